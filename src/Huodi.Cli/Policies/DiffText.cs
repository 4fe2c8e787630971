using System.Globalization;
using Huodi.App.Laboratory;

namespace Huodi.Cli.Policies;

/// <summary>Prints what a comparison of policies found: how many, which way, and how much money.</summary>
internal static class DiffText
{
    public static void Write(TextWriter to, PolicyComparison comparison, DateOnly asOf, DifferenceSummary summary)
    {
        Side(to, "甲", comparison.A);
        Side(to, "乙", comparison.B);
        to.WriteLine($"截至 {asOf:yyyy-MM-dd}；{(comparison.IsOfVersions ? "同一文件的两种文本，按决策编号对照" : "两份文件，按议题对照")}，共 {comparison.Pairs.Count} 个问题。");
        to.WriteLine($"比较了 {summary.Parcels} 宗地、{summary.Grants} 条供地结果；答案改变的有 {summary.ChangedParcels} 宗地（其中生成的演示地块 {summary.ChangedGenerated} 宗）、{summary.ChangedGrants} 条供地结果。");
        if (summary.Parcels + summary.Grants == 0) to.WriteLine("地库里没有甲、乙管到的土地；要看别处的土地，用 --region 指明。");
        foreach (var decision in summary.ByDecision.Where(d => d.Changed > 0 || d.OtherMissing > 0 || d.Money.Any(m => m.Changed > 0 || m.Open > 0))) Decision(to, decision);
        Total(to, summary);
    }

    private static void Side(TextWriter to, string mark, PolicySide side)
    {
        to.WriteLine($"{mark}　{side.Name}");
        foreach (var package in side.Packages) to.WriteLine($"    《{package.Title}》（{package.Id}，{ListCommand.Term(package)}，sha256:{package.Hash[..16]}…）");
    }

    private static void Decision(TextWriter to, DecisionDifferences decision)
    {
        to.WriteLine();
        to.WriteLine($"{decision.Pair.Label}　问 {decision.Asked} 次，改变 {decision.Changed} 次");
        foreach (var (from, into, count) in decision.Moves) to.WriteLine($"    {from} → {into}{(from == into ? "（结果不同）" : "")}　{count}");
        if (decision.OtherMissing > 0) to.WriteLine($"    仍为待补充材料，所缺事实不同　{decision.OtherMissing}（不计入改变）");
        foreach (var money in decision.Money) Money(to, money);
    }

    private static void Money(TextWriter to, MoneySum money)
    {
        var part = money.Part.Length > 0 ? $"“{money.Part}”" : "";
        to.WriteLine($"    金额{part}：甲合计 {Yuan(money.From)} 元，乙合计 {Yuan(money.To)} 元，差额 {Signed(money.Difference)} 元（{money.Changed} 次有差）");
        if (money.Begins > 0) to.WriteLine($"      其中只有乙有这项金额的 {money.Begins} 次");
        if (money.Ends > 0) to.WriteLine($"      其中只有甲有这项金额的 {money.Ends} 次");
        if (money.Open > 0) to.WriteLine($"      另有 {money.Open} 次一方待补充材料或待认定，差额未知，没有计入");
    }

    private static void Total(TextWriter to, DifferenceSummary summary)
    {
        var parts = summary.ByDecision.SelectMany(d => d.Money.Where(m => m.Part.Length == 0 && m.Difference != 0).Select(m => (d.Pair.Label, m.Difference))).ToList();
        if (parts.Count == 0 && summary.OpenAmounts == 0) return;
        to.WriteLine();
        to.WriteLine($"金额差额合计 {Signed(summary.MoneyDifference)} 元{(parts.Count > 1 ? $"（{string.Join('，', parts.Select(p => $"{p.Label} {Signed(p.Difference)}"))}）" : "")}");
        if (parts.Count > 1) to.WriteLine("  合计是各问题差额之和；问题之间可能互相包含或择一，能否相加请按条文判断。");
        if (summary.OpenAmounts > 0) to.WriteLine($"  另有 {summary.OpenAmounts} 次差额未知，没有计入。");
    }

    private static string Yuan(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Signed(decimal amount) => amount.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
