using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>
/// Opens cases and records their steps. What is refused is refused with all reasons at once; an append holds only if nothing was
/// recorded meanwhile that it depends on, so that of two people who record the same step the second is told who was first.
/// </summary>
/// <param name="library">The law.</param>
/// <param name="declared">The declarations of the ledger.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="today">The day on which it is recorded.</param>
public sealed class KeepCases(PolicyLibrary library, LoadedLedger declared, ILedgerStore ledger, DateOnly today)
{
    /// <summary>The word for commands that keep cases, as kinds declare it.</summary>
    public const string Through = "案件";

    private const int Attempts = 5;
    private readonly ReadCases _read = new(library, declared);
    private readonly CaseLaw _law = new(library, declared);
    private readonly EntryCheck _check = new(declared.Kinds, library);

    /// <summary>The cases of a store on a day, in the order opened, each with the entries of its subject.</summary>
    public async IAsyncEnumerable<(CaseFile File, IReadOnlyList<LedgerEntry> Entries)> AllAsync(
        DateOnly asOf, DateTimeOffset? knownAsOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var subjects = new List<LedgerSubject>();
        await foreach (var entry in ledger.OfKindAsync(CaseField.Opened, cancellation)) subjects.Add(entry.Subject);
        foreach (var subject in subjects.Distinct())
        {
            var entries = await OfSubjectAsync(subject, cancellation);
            foreach (var file in _read.Of(entries, asOf, knownAsOf)) yield return (file, entries);
        }
    }

    /// <summary>The case of that number with the entries of its subject, or null.</summary>
    public async Task<(CaseFile File, IReadOnlyList<LedgerEntry> Entries)?> FindAsync(
        string number, DateOnly asOf, DateTimeOffset? knownAsOf, CancellationToken cancellation)
    {
        await foreach (var opened in ledger.OfKindAsync(CaseField.Opened, cancellation))
        {
            if (ReadCases.Text(opened, CaseField.Number) != number) continue;
            var entries = await OfSubjectAsync(opened.Subject, cancellation);
            if (_read.Of(entries, asOf, knownAsOf).FirstOrDefault(c => c.Number == number) is { } file) return (file, entries);
        }

        return null;
    }

    /// <summary>Opens a case.</summary>
    /// <exception cref="DomainException">A text is empty, too long or not plain.</exception>
    public async Task<CaseRecorded> OpenAsync(OpenRequest request, CancellationToken cancellation)
    {
        var (subject, procedure) = (request.Subject, request.Procedure);
        for (var attempt = 1; ; attempt++)
        {
            var head = await ledger.HeadAsync(cancellation);
            var taken = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var opened in ledger.OfKindAsync(CaseField.Opened, cancellation)) taken.Add(ReadCases.Text(opened, CaseField.Number));
            var chosen = request.Number ?? NextNumber(taken, request.Day.Year);
            var draft = new LedgerDraft(subject, CaseField.Opened, request.Day, request.By, request.Evidence, LedgerPayload.Of(new JsonObject { [CaseField.Number] = chosen, [CaseField.Procedure] = procedure }));
            var entries = await OfSubjectAsync(subject, cancellation);
            var faults = new List<EntryFault>(_check.Check(draft, today, Through));
            if (taken.Contains(chosen)) faults.Add(new("CASE_NUMBER", CaseField.Number, $"案件编号“{chosen}”已经用过。", "换一个编号，或者不写，由系统编。"));
            faults.AddRange(_law.Against(procedure, request.Day, _law.Place(subject, entries, request.Day)));
            if (_read.Of(entries, today).FirstOrDefault(c => c.Course?.Procedure.Id == procedure && c.Standing is CaseStanding.Running or CaseStanding.Broken) is { } running)
                faults.Add(new("CASE_RUNNING", "", $"这宗地的同一程序已有在办的案件 {running.Number}。", "在原案里办理；原案立错的，先撤回。"));
            if (faults.Count > 0) return CaseRecorded.Refused(null, faults);
            if (request.Files is { } files) _ = await files.RunAsync(request.By, cancellation);
            if (await TryAppendAsync(draft, new(head.Entries, subject, [CaseField.Opened]), attempt, cancellation) is { } entry)
                return new(entry, [], _read.Of([.. entries, entry], today).FirstOrDefault(c => c.Number == chosen));
        }
    }

    /// <summary>Records a step.</summary>
    /// <exception cref="DomainException">A text is empty, too long or not plain.</exception>
    public async Task<CaseRecorded> RecordAsync(StepRequest request, CancellationToken cancellation)
    {
        var seen = request.Place;
        for (var attempt = 1; ; attempt++)
        {
            var head = await ledger.HeadAsync(cancellation);
            if (await FindAsync(request.Case, today, null, cancellation) is not { } found)
                return CaseRecorded.Refused(null, new EntryFault("CASE_UNKNOWN", CaseField.Number, $"没有案件“{request.Case}”。", "用 huodi case list 查看。"));
            var (file, entries) = found;
            seen ??= file.Steps.Count + 1;
            if (seen <= file.Steps.Count) return CaseRecorded.Refused(file, Taken(file.Steps[seen.Value - 1]));
            var draft = Draft(request, file);
            var faults = Against(request, file, entries, draft);
            if (faults.Count > 0) return CaseRecorded.Refused(file, faults);
            if (request.Files is { } files) _ = await files.RunAsync(request.By, cancellation);
            if (await TryAppendAsync(draft, new(head.Entries, file.Subject, []), attempt, cancellation) is { } entry)
                return new(entry, [], _read.Of([.. entries, entry], today).FirstOrDefault(c => c.Number == request.Case));
        }
    }

    private static EntryFault Taken(CaseStep step) => new(
        "CASE_MOVED", "", $"第 {step.Place} 步已由 {step.Entry.Draft.By} 登记为“{step.Done.Step}：{step.Done.Outcome}”（第 {step.Entry.Number} 条），没有重复登记。", "刷新后看下一步；登错的，更正那一条。");

    private static string NextNumber(HashSet<string> taken, int year)
    {
        var next = taken.Count(n => n.StartsWith($"{year}-", StringComparison.Ordinal)) + 1;
        while (taken.Contains(Form(next))) next++;
        return Form(next);

        string Form(int place) => string.Create(CultureInfo.InvariantCulture, $"{year}-{place:0000}");
    }

    private static LedgerDraft Draft(StepRequest request, CaseFile file)
    {
        var fields = request.Fields.DeepClone().AsObject();
        fields[CaseField.Number] = file.Number;
        fields[CaseField.Procedure] = ReadCases.Text(file.Opened, CaseField.Procedure);
        fields[CaseField.Place] = file.Steps.Count + 1;
        fields[CaseField.Step] = request.Done.Step;
        fields[CaseField.Outcome] = request.Done.Outcome;
        fields[CaseField.Role] = request.Done.Role;
        if (request.Done.Ground.Length > 0) fields[CaseField.Ground] = request.Done.Ground;
        if (request.Documents.Count > 0)
            fields[CaseField.Documents] = new JsonArray([.. request.Documents.Select(d => (JsonNode)new JsonObject { ["名称"] = d.Name, ["散列"] = d.Hash })]);
        return new(file.Subject, CaseField.Done, request.Done.Day, request.By, request.Evidence, LedgerPayload.Of(fields));
    }

    private List<EntryFault> Against(StepRequest request, CaseFile file, IReadOnlyList<LedgerEntry> entries, LedgerDraft draft)
    {
        List<EntryFault> faults = [.. _check.Check(draft, today, Through)];
        if (file.Standing == CaseStanding.Broken)
            return [.. faults, .. file.Problems.Select(p => new EntryFault("CASE_BROKEN", "", $"案件登记前后不合：{p.Message}", p.Suggestion))];
        var course = file.Course!; // Only a broken case has none.
        if (file.End is { } end && request.Done.Day >= end.Day)
            faults.Add(new("CASE_ENDED", "", $"程序自 {end.Day:yyyy-MM-dd} 起终止（{end.Answer.Article}，{end.Answer.Decision}；第 {string.Join("、", end.Entries.Select(e => e.Number))} 条登记）。", "不再办理；登记有误的，先更正那一条。"));
        var facts = FactProjection.Run(declared.Kinds, entries, request.Done.Day).ToSheet().ToJson();
        foreach (var (name, value) in draft.Payload.Fields().Where(f => library.Dictionary.Find(f.Key) is { Subject: not "登记" })) facts[name] = value?.DeepClone();
        faults.AddRange(course.Problems(request.Done, facts).Select(p => new EntryFault(p.Code, "", p.Message, p.Suggestion)));
        var step = course.Procedure.Steps.FirstOrDefault(s => s.Name == request.Done.Step);
        var wanted = step is null ? [] : step.Fields.Concat(step.FieldsWhen.Where(f => f.Key == request.Done.Outcome).Select(f => f.Value));
        foreach (var field in wanted.Where(f => request.Fields[f] is null))
            faults.Add(new("LEDGER_FIELD_MISSING", field, $"步骤“{request.Done.Step}”缺“{field}”。", "照文件填写。"));
        return faults;
    }

    /// <summary>Appends; null when something came in between and it is worth looking again.</summary>
    private async Task<LedgerEntry?> TryAppendAsync(LedgerDraft draft, LedgerExpectation expectation, int attempt, CancellationToken cancellation)
    {
        try
        {
            return (await ledger.AppendAsync([draft], expectation, cancellation))[0].Entry;
        }
        catch (StoreException moved) when (moved.Code == "LEDGER_MOVED" && attempt < Attempts)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<LedgerEntry>> OfSubjectAsync(LedgerSubject subject, CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.OfSubjectAsync(subject, cancellation)) entries.Add(entry);
        return entries;
    }
}
