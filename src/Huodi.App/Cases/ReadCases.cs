using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>
/// From the entries about a subject to its cases. Nothing about a case is kept besides its entries: the steps are put in the order of
/// their places, whatever order they arrived in, and a correction changes the case as it changes every fact.
/// </summary>
public sealed class ReadCases(PolicyLibrary library, LoadedLedger declared)
{
    private readonly CaseEnds _ends = new(library, declared);

    /// <summary>The cases on a day, as known at a moment, in the order opened.</summary>
    /// <param name="entries">All entries about the subject, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    public IReadOnlyList<CaseFile> Of(IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null)
    {
        if (entries.All(e => e.Kind != CaseField.Opened)) return [];
        var held = EffectiveEntries.Of(entries, knownAsOf).Where(e => e.Happened <= asOf).ToList();
        return [.. held.Where(e => e.Kind == CaseField.Opened).Select(o => Read(o, held, entries, asOf, knownAsOf))];
    }

    /// <summary>What ended a procedure that runs without a case, as a fact says; null when it does not run, or nothing ended it.</summary>
    /// <param name="fact">The fact that says that it runs.</param>
    /// <param name="entries">The entries that hold, in number order.</param>
    /// <param name="asOf">The day.</param>
    public CaseEnd? EndOf(string fact, IReadOnlyList<LedgerEntry> entries, DateOnly asOf) => _ends.Of(fact, entries, asOf);

    /// <summary>The procedure of that id, or null.</summary>
    public Procedure? FindProcedure(string id) => library.Packages.SelectMany(p => p.Procedures).FirstOrDefault(p => p.Id == id);

    internal static string Text(LedgerEntry entry, string field) =>
        entry.Draft.Payload.Fields()[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    private static CaseStep Step(LedgerEntry entry)
    {
        var fields = entry.Draft.Payload.Fields();
        var place = int.TryParse(fields[CaseField.Place]?.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        List<string> documents = [.. (fields[CaseField.Documents] as JsonArray ?? []).OfType<JsonObject>().Select(d => d["名称"]?.ToString() ?? "")];
        var done = new CaseEvent(
            entry.Happened, Text(entry, CaseField.Step), Text(entry, CaseField.Outcome), Text(entry, CaseField.Role), documents, Text(entry, CaseField.Ground));
        return new(place, done, entry);
    }

    private CaseFile Read(LedgerEntry opened, List<LedgerEntry> held, IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf)
    {
        var number = Text(opened, CaseField.Number);
        var id = Text(opened, CaseField.Procedure);
        if (FindProcedure(id) is not { } procedure)
            return new(number, opened, null, [], null, [new("CASE_PROCEDURE", $"政策包里没有程序“{id}”。", "核对政策目录是不是立案时的版本。")]);
        var steps = held.Where(e => e.Kind == CaseField.Done && Text(e, CaseField.Number) == number).Select(Step).OrderBy(s => s.Place).ThenBy(s => s.Entry.Number).ToList();
        var problems = new List<CaseProblem>();
        var (course, fitting) = Replay(procedure, steps, problems);
        var end = _ends.Of(opened, course, entries, asOf, knownAsOf);
        if (end is not null)
        {
            foreach (var late in fitting.Where(s => s.Done.Day > end.Day))
                problems.Add(new("CASE_AFTER_END", $"第 {late.Place} 步“{late.Done.Step}”（{late.Done.Day:yyyy-MM-dd}）在程序终止（{end.Day:yyyy-MM-dd}）之后。", "程序终止后不再办理；核对这一步和动工的登记。"));
        }

        return new(number, opened, course, fitting, end, problems);
    }

    /// <summary>Takes the steps as far as they fit together.</summary>
    private static (ProcedureCase Course, List<CaseStep> Fitting) Replay(Procedure procedure, List<CaseStep> steps, List<CaseProblem> problems)
    {
        var course = ProcedureCase.Open(procedure);
        var fitting = new List<CaseStep>();
        foreach (var step in steps)
        {
            if (Misplaced(step, fitting) is { } misplaced) problems.Add(misplaced);
            else if (course.Problems(step.Done) is [_, ..] wrong) problems.AddRange(wrong.Select(p => p with { Message = $"第 {step.Place} 步（第 {step.Entry.Number} 条登记）：{p.Message}" }));
            if (problems.Count > 0) break;
            course = course.With(step.Done);
            fitting.Add(step);
        }

        return (course, fitting);
    }

    private static CaseProblem? Misplaced(CaseStep step, List<CaseStep> before)
    {
        if (step.Place == before.Count + 1) return null;
        return step.Place == before.Count && before.Count > 0
            ? new("CASE_TWICE", $"第 {step.Place} 步登记了两次（第 {before[^1].Entry.Number}、{step.Entry.Number} 条）。", "撤回其中有误的一条。")
            : new("CASE_GAP", $"缺第 {before.Count + 1} 步，第 {step.Entry.Number} 条登记的是第 {step.Place} 步。", "补登缺的一步，或者撤回其后的各步。");
    }
}
