using Huodi.App.Assessments;
using Huodi.Policies.Answers;

namespace Huodi.Cli.Land;

/// <summary>Prints the summary of a frozen run.</summary>
internal static class SummaryText
{
    private const int MostMissing = 10;

    public static void Write(TextWriter to, AssessmentRun run, AssessmentSummary summary)
    {
        to.WriteLine();
        to.WriteLine($"第 {run.Number} 次评估　截至 {run.AsOf:yyyy-MM-dd}　宗地 {summary.Parcels}（其中演示 {summary.Generated}），供地结果 {summary.Grants}，答案 {summary.Answers}");
        foreach (var (package, hash) in run.Packages) to.WriteLine($"  法规 {package}　sha256:{hash[..16]}…");
        foreach (var (outcome, count) in summary.ByOutcome) to.WriteLine($"  {OutcomeNames.Chinese(outcome)}　{count}");
        to.WriteLine("按条文：");
        foreach (var line in summary.ByArticle)
            to.WriteLine($"  {line.Article}　{string.Join("，", line.ByOutcome.Select(o => $"{OutcomeNames.Chinese(o.Key)} {o.Value}"))}");
        if (summary.Missing.Count == 0) return;
        to.WriteLine("最该补的材料（补上它一项就能得出的答案数 / 列出它的答案数）：");
        foreach (var fact in summary.Missing.Take(MostMissing)) to.WriteLine($"  {fact.Name}　{fact.Unlocks} / {fact.AskedBy}");
    }
}
