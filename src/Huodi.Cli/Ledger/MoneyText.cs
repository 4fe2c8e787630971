using System.Text.Json.Nodes;
using Huodi.App.Ledger.Money;
using Huodi.Domain.Clocks;
using Huodi.Policies.Answers;

namespace Huodi.Cli.Ledger;

/// <summary>The accounts of a subject as text.</summary>
internal static class MoneyText
{
    public static void Write(TextWriter to, SubjectMoney money, DateOnly asOf)
    {
        foreach (var account in money.Accounts) Write(to, account, asOf);
        to.WriteLine($"合计：收 {money.In:0.00} 元，退 {money.Out:0.00} 元，存 {money.Held:0.00} 元；{money.Moves.Count} 笔，{(money.IsBalanced ? "每笔恰在一个账户，收支相等" : "收支不相等")}");
        foreach (var move in money.Unallotted) to.WriteLine($"  第 {move.Entry.Number} 条登记没有恰好进一个账户，请核对金额和字段。");
    }

    private static void Write(TextWriter to, MoneyAccount account, DateOnly asOf)
    {
        to.WriteLine($"{account.Rule.Name}：{Headline(account)}（{string.Join("、", account.Rule.Articles)}）");
        foreach (var answer in account.Answers.Where(a => account.Rule.Checked.Contains(a.Decision) || a.Outcome != Outcome.Value)) to.WriteLine($"  条文 {answer.Decision}：{Words(answer)}");
        Plan(to, account, asOf);
        foreach (var (stage, part) in account.Stretches)
            to.WriteLine($"  {stage}　{part.From:yyyy-MM-dd} 至 {part.To:yyyy-MM-dd} 欠 {part.Owed:0.00} 元 × {part.Days} 天 = {part.Base:0.00} 元·日");
        Days(to, account);
        foreach (var move in account.Moves)
            to.WriteLine($"  {move.Entry.Draft.Happened:yyyy-MM-dd} {(move.Amount < 0 ? "退" : "收")} {Math.Abs(move.Amount):0.00} 元　凭证 {move.Voucher}（第 {move.Entry.Number} 条）");
        foreach (var note in account.Notes.Append(account.Rule.Note).Where(n => n.Length > 0)) to.WriteLine($"  注意：{note}");
    }

    private static string Headline(MoneyAccount account)
    {
        var owed = account.Owed is { } sum ? $"应付 {sum:0.00} 元"
            : account.Missing.Count > 0 ? $"应付不能确定，缺 {string.Join("、", account.Missing)}" : "应付没有确定";
        var balance = account.Outstanding switch
        {
            > 0 => $"，尚欠 {account.Outstanding:0.00} 元",
            < 0 => $"，多缴 {-account.Outstanding:0.00} 元",
            0 when account.Owed > 0 => "，已付清",
            _ => "",
        };
        return $"{owed}；收 {account.In:0.00} 元，退 {account.Out:0.00} 元，存 {account.Held:0.00} 元{balance}";
    }

    private static string Words(PolicyAnswer answer)
    {
        if (answer.Outcome == Outcome.Value)
            return answer.Value is JsonObject parts ? string.Join("；", parts.Select(p => $"{p.Key} {p.Value} {answer.Unit}")) : $"{answer.Value} {answer.Unit}";
        var wanted = answer.Missing.Select(m => m.Name).Concat(answer.Determinations.Select(d => d.Fact)).Distinct(StringComparer.Ordinal).ToList();
        return answer.Outcome.Chinese() + (wanted.Count > 0 ? $"，缺 {string.Join("、", wanted)}" : "");
    }

    private static void Plan(TextWriter to, MoneyAccount account, DateOnly asOf)
    {
        if (account.Plan is not { } plan || account.Rule.Base is not null) return;
        foreach (var one in plan.Instalments)
        {
            var late = one.Outstanding > 0 && one.Due < asOf ? $"，已逾期 {asOf.DayNumber - one.Due.DayNumber} 天" : "";
            to.WriteLine($"  {one.Name}　{one.Due:yyyy-MM-dd} 前 {one.Amount:0.00} 元，{(one.Outstanding > 0 ? $"尚差 {one.Outstanding:0.00} 元{late}" : "已足额")}");
            foreach (var (day, amount) in one.Paid) to.WriteLine($"    {day:yyyy-MM-dd} {(amount < 0 ? "退出" : "计入")} {Math.Abs(amount):0.00} 元");
        }

        if (plan.Surplus > 0) to.WriteLine($"  超出各期 {plan.Surplus:0.00} 元");
    }

    private static void Days(TextWriter to, MoneyAccount account)
    {
        if (account.Reckoning is not { } reckoning) return;
        to.WriteLine($"  约定 {account.Agreed:yyyy-MM-dd}，净 {reckoning.Days} 天：");
        foreach (var part in reckoning.Segments)
        {
            var words = part.Kind switch
            {
                SegmentKind.Counted => "计入",
                SegmentKind.Excluded => $"不计入（{string.Join("、", part.Causes)}）",
                _ => $"不计入（{part.Causes[0]}变更权利人以前）",
            };
            to.WriteLine($"    {part.From:yyyy-MM-dd} 至 {part.To:yyyy-MM-dd}　{part.Days} 天　{words}");
        }
    }
}
