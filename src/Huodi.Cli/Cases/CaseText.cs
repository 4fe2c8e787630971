using Huodi.App.Cases;
using Huodi.App.Ledger;
using Huodi.Policies.Packages;

namespace Huodi.Cli.Cases;

/// <summary>Cases and procedures as lines of text.</summary>
internal static class CaseText
{
    public static void Write(TextWriter to, Procedure procedure)
    {
        to.WriteLine($"{procedure.Id}　依据 {procedure.ArticleId}");
        if (procedure.Note.Length > 0) to.WriteLine($"  {procedure.Note}");
        foreach (var (step, place) in procedure.Steps.Select((s, i) => (s, i + 1)))
        {
            to.WriteLine($"{place}．{step.Name}");
            Write(to, step);
        }
    }

    public static void Write(TextWriter to, CaseFile file, NextStep? next, IReadOnlyList<string> notices)
    {
        to.WriteLine($"案件 {file.Number}　{file.StandingWords}　{file.Subject}　{file.Course?.Procedure.Name ?? "程序不明"}");
        to.WriteLine($"立案 {file.Opened.Happened:yyyy-MM-dd}　第 {file.Opened.Number} 条登记，{file.Opened.Draft.Document.Name}");
        foreach (var step in file.Steps)
        {
            to.WriteLine($"{step.Place}．{step.Done.Day:yyyy-MM-dd}　{step.Done.Step}：{step.Done.Outcome}　{step.Done.Role}（第 {step.Entry.Number} 条登记，{step.Entry.Draft.Document.Name}）");
            if (step.Done.Documents.Count > 0) to.WriteLine($"  材料：{string.Join("、", step.Done.Documents)}");
            if (step.Done.Ground.Length > 0) to.WriteLine($"  越步理由：{step.Done.Ground}");
        }

        if (file.End is { } end)
            to.WriteLine($"终止：{end.Day:yyyy-MM-dd}，{end.Answer.Article}（{end.Answer.Decision}），{string.Join("、", end.Entries.Select(e => $"第 {e.Number} 条登记，{e.Draft.Document.Name}"))}{string.Concat(end.Answer.Notes.Select(n => $"\n  {n}"))}");
        foreach (var problem in file.Problems) to.WriteLine($"{problem.Code}：{problem.Message} 建议：{problem.Suggestion}");
        foreach (var notice in notices) to.WriteLine($"注意：{notice}");
        if (next is not null) WriteNext(to, next);
    }

    /// <summary>Refuses with everything that stands against it.</summary>
    /// <exception cref="CliException">CASE_REFUSED.</exception>
    public static void Require(IReadOnlyList<EntryFault> faults)
    {
        if (faults.Count == 0) return;
        var lines = faults.Select(f => $"  {f.Code}：{f.Message}{(f.Suggestion.Length > 0 ? $" 建议：{f.Suggestion}" : "")}");
        throw new CliException("CASE_REFUSED", $"有 {faults.Count} 处不对，没有登记：\n{string.Join('\n', lines)}", "");
    }

    public static string Due(NextStep? next) => next switch
    {
        null => "",
        { LastDay: { } day, DaysLeft: { } left } => $"最迟 {day:yyyy-MM-dd}（{(left < 0 ? $"已过 {-left} 天" : $"还有 {left} 天")}）",
        { Missing.Count: > 0 } => $"期限不明，缺 {string.Join("、", next.Missing)}",
        _ => "条文没有规定期限",
    };

    private static void WriteNext(TextWriter to, NextStep next)
    {
        to.WriteLine($"下一步：第 {next.Place} 步　{next.Step.Name}");
        to.WriteLine($"  期限：{Due(next)}");
        if (next.LastDay is not null || next.Missing.Count > 0) to.WriteLine($"  算法：{next.How}");
        Write(to, next.Step, next.Documents);
    }

    private static void Write(TextWriter to, ProcedureStep step, IReadOnlyList<string>? documents = null)
    {
        if (step.Roles.Count > 0) to.WriteLine($"  由谁：{string.Join("、", step.Roles)}");
        if (documents is null && step.Deadline is { } deadline) to.WriteLine($"  期限：由 {deadline} 算出");
        documents ??= [.. step.Documents, .. step.DocumentsWhen.Select(d => $"{d.Key}（{d.Value}的）")];
        if (documents.Count > 0) to.WriteLine($"  材料：{string.Join("、", documents)}");
        if (step.Fields.Count > 0) to.WriteLine($"  填写：{string.Join("、", step.Fields)}");
        foreach (var outcome in step.FieldsWhen.GroupBy(f => f.Key)) to.WriteLine($"  结果为“{outcome.Key}”的，填写：{string.Join("、", outcome.Select(f => f.Value))}");
        if (step.Letter is { } letter) to.WriteLine($"  文书：{letter}");
        foreach (var (outcome, then) in step.Next) to.WriteLine($"  结果：{outcome} → {(then.Length > 0 ? then : ProcedureStep.End)}");
    }
}
