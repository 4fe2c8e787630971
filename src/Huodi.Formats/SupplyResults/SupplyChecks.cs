using System.Text.Json.Nodes;

namespace Huodi.Formats.SupplyResults;

/// <summary>
/// Checks that need more than one cell. What is surely wrong refuses the row, because the store keeps what it once took: a refused
/// row can be corrected and imported again, a kept one cannot be overwritten. What is only doubtful is kept with a warning.
/// </summary>
internal sealed class SupplyChecks(SupplyProfile profile)
{
    public void Check(SupplyRow row)
    {
        Order(row);
        Bounds(row);
        Area(row);
        Price(row);
    }

    private void Order(SupplyRow row)
    {
        foreach (var order in profile.Order)
        {
            if (!row.Dates.TryGetValue(order.Earlier, out var earlier) || !row.Dates.TryGetValue(order.Later, out var later)) continue;
            if (order.SameDay ? earlier != later : earlier <= later) continue;

            var message = order.SameDay
                ? $"{order.Earlier}与{order.Later}是同一天（{later:yyyy-MM-dd}）。"
                : $"{order.Later}（{later:yyyy-MM-dd}）早于{order.Earlier}（{earlier:yyyy-MM-dd}）。";
            if (order.Refuse) row.Findings.Error(order.Later, order.Code, message, order.Suggestion);
            else row.Findings.Warning(order.Later, order.Code, message, order.Suggestion);
        }
    }

    private void Bounds(SupplyRow row)
    {
        foreach (var (lower, upper) in profile.ReversedBounds)
        {
            if (!row.Figures.TryGetValue(lower, out var least) || !row.Figures.TryGetValue(upper, out var most) || least <= most) continue;
            row.Findings.Error(upper, "SUPPLY_BOUNDS_REVERSED", $"{upper}（{most}）小于{lower}（{least}）。", "两格可能填反：查规划条件，改正后重新导入。");
        }
    }

    private void Area(SupplyRow row)
    {
        if (row.Figures.TryGetValue(profile.Area, out var area) && area == 0)
        {
            row.Findings.Error(profile.Area, "SUPPLY_AREA_IMPOSSIBLE", $"“{profile.Area}”写作“{row[profile.Area]}”，宗地面积应大于零。", "按合同或宗地图改正。");
        }
    }

    private void Price(SupplyRow row)
    {
        var right = row.Text("权利类型");
        if (right is null || !row.Figures.TryGetValue(profile.Price, out var price))
        {
            if (right is not null && profile.ZeroPriceImpossible.Contains(right) && row[profile.Price].Length == 0)
            {
                row.Findings.Warning(profile.Price, "SUPPLY_CELL_BLANK", $"“{profile.Price}”是空的，价款按未知处理。", "查合同补录。");
            }

            return;
        }

        if (!profile.PriceFacts.TryGetValue(right, out var fact))
        {
            row.Findings.Warning(
                profile.Price, "SUPPLY_PRICE_UNCLEAR", $"{right}的“{profile.Price}”写作“{row[profile.Price]}”，不知是年租金还是总额，没有作为事实。", "查合同补录价款或租金。");
        }
        else if (price == 0)
        {
            Zero(row, right);
        }
        else if (Plausible(row, price))
        {
            row.Record(fact, JsonValue.Create(price), profile.Price);
        }
    }

    private void Zero(SupplyRow row, string right)
    {
        if (profile.ZeroPriceImpossible.Contains(right))
        {
            row.Findings.Error(
                profile.Price, "SUPPLY_PRICE_ZERO", $"{right}的“{profile.Price}”写作“{row[profile.Price]}”，{right}不可能没有价款。", "查合同填写成交总价；确实未填的，把这一格留空。");
            return;
        }

        row.Findings.Warning(
            profile.Price, "SUPPLY_PRICE_UNCLEAR", $"{right}的“{profile.Price}”写作“{row[profile.Price]}”，不知是无偿还是没有填写，没有作为事实。", "查划拨决定书补录划拨价款。");
    }

    private bool Plausible(SupplyRow row, decimal price)
    {
        if (!row.Figures.TryGetValue(profile.Area, out var area) || area == 0) return true;

        var unit = Math.Round(price / area, 2);
        var band = profile.BandFor(row.Text("用途大类"));
        var found = $"成交价格 {price:0.##} 元除以面积 {area:0.##} ㎡，合每平方米 {unit:0.##} 元";
        if (unit < band.ImpossibleBelow || unit > band.ImpossibleAbove)
        {
            row.Findings.Error(
                profile.Price, "SUPPLY_PRICE_IMPOSSIBLE", $"{found}，不在 {band.ImpossibleBelow} 至 {band.ImpossibleAbove} 元之间，不可能成立。", "多为单位填错（元填成了万元，或平方米填成了公顷）：查合同改正后重新导入。");
            return false;
        }

        if (unit < band.DoubtfulBelow || unit > band.DoubtfulAbove)
        {
            row.Findings.Warning(profile.Price, "SUPPLY_PRICE_DOUBTFUL", $"{found}，少见。", "查合同核实单位和金额。");
        }

        return true;
    }
}
