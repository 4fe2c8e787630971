using Huodi.App.Registers;
using Huodi.Domain.Registers;
using Huodi.Policies.Registers;

namespace Huodi.Cli.Registers;

/// <summary>Prints registers.</summary>
internal static class RegisterText
{
    private const int Most = 20;

    public static void Write(TextWriter to, RegisterTally tally)
    {
        foreach (var standing in new[] { RegisterStanding.Entered, RegisterStanding.Suspected })
        {
            var undecided = tally.Sums.Where(s => s.Standing == standing && s.Category == RegisterRule.Undecided).Sum(s => s.Count);
            to.WriteLine($"{RegisterWords.Chinese(standing)}　{tally.CountOf(standing)}{(undecided > 0 ? $"，其中{RegisterRule.Undecided} {undecided}" : "")}");
            foreach (var s in tally.Sums.Where(s => s.Standing == standing))
                to.WriteLine($"  {s.Category}　{s.Count}　{s.Area.SquareMetres:#,0.00} ㎡（{s.Area.Mu:#,0.##} 亩）{(s.WithoutArea > 0 ? $"，另有 {s.WithoutArea} 个没有面积" : "")}");
        }

        if (tally.Doubtful > 0) to.WriteLine($"存疑　{tally.Doubtful}（导出的“存疑”栏逐行写明）");
        if (tally.Generated > 0) to.WriteLine($"其中演示数据　{tally.Generated}");
        if (tally.Incomplete > 0) to.WriteLine($"已认定而缺必填项　{tally.Incomplete}：{string.Join("，", tally.IncompleteRows)}{(tally.Incomplete > tally.IncompleteRows.Count ? " …" : "")}");
    }

    /// <summary>The first rows, one line each.</summary>
    public static int WriteRow(TextWriter to, RegisterEntry entry, int written)
    {
        if (written == Most) to.WriteLine("  …（全部用 huodi register export 导出）");
        if (written < Most) to.WriteLine($"  {RegisterWords.Chinese(entry.Standing)}　{entry.Id}　{entry.Name}　{entry.Category}　{entry.Reason}");
        return written + 1;
    }

    public static void Write(TextWriter to, RegisterVersion v)
    {
        to.WriteLine($"第 {v.Number} 号　{v.Name}");
        to.WriteLine($"范围 {v.Region}　截至 {v.AsOf:yyyy-MM-dd}　{v.FiledAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} {v.FiledBy}备案{(v.Document.Length > 0 ? $"，{v.Document}" : "")}");
        to.WriteLine($"{(v.Run is { } run ? $"依第 {run} 次评估" : "没有用评估")}，{(v.Base is { } at ? $"上一版第 {at} 号" : "首版")}　sha256:{v.Hash}");
    }
}
