using System.Collections.Frozen;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;

namespace Huodi.Formats.SupplyResults;

/// <summary>Says when a grant cannot be placed in a drawn district, or when its two statements of place differ. The row is kept: only the map suffers.</summary>
internal sealed class SupplyPlaces(IReadOnlyList<District> districts, string column)
{
    private readonly FrozenDictionary<DivisionCode, District> _byCode = districts.DistinctBy(d => d.Code).ToFrozenDictionary(d => d.Code);

    public void Check(SupplyRow row, DivisionCode division)
    {
        var place = row[column];
        if (_byCode.TryGetValue(division, out var district))
        {
            if (place == district.Name) return;
            row.Findings.Warning(
                column,
                "DISTRICT_NAME_DIFFERS",
                $"{column}写作“{place}”，电子监管号前六位 {division} 是{district.Name}；按代码落在{district.Name}。",
                "核对是否改过名或填错。");
            return;
        }

        row.Findings.Warning(column, "DISTRICT_UNKNOWN", Why(place, division), Remedy(place));
    }

    private string Why(string place, DivisionCode division)
    {
        if (place.Length == 0) return $"{column}是空的，前六位 {division} 也不在已导入的区县里，不能落到地图上。";
        if (!IsName(place)) return $"{column}写作“{place}”，不是区县名称；前六位 {division} 也不在已导入的区县里，不能落到地图上。";
        if (division.IsCity) return $"“{place}”（{division}）只到市一级，不知在哪个区，不能落到地图上。";
        var named = districts.FirstOrDefault(d => d.Name == place);
        return named is null
            ? $"“{place}”（{division}）不在已导入的区县里，不能落到地图上。"
            : $"{column}写作“{place}”，但电子监管号前六位 {division} 与该区县代码 {named.Code} 不同，不能落到地图上。";
    }

    private static string Remedy(string place) => IsName(place)
        ? "导入该区县的边界，或查宗地图补充宗地。"
        : "查合同填写区县名称；乡镇和团场请写所属区县。";

    /// <summary>A district's name has no digits in it: 330483003 is a township's code, 66团 a farm.</summary>
    private static bool IsName(string place) => place.Length > 0 && !place.Any(char.IsAsciiDigit);
}
