using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;
using Huodi.Policies.Letters;

namespace Huodi.App.Letters;

/// <summary>
/// Makes letters and keeps them in the ledger, word for word, with the facts they rest on. Numbers of a sequence have no gaps and no
/// doubles: a number is taken and the letter recorded in one append, which holds only if no other letter came in between.
/// </summary>
/// <param name="library">The law.</param>
/// <param name="declared">The declarations of the ledger.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="today">The day on which it is recorded.</param>
public sealed class KeepLetters(PolicyLibrary library, LoadedLedger declared, ILedgerStore ledger, DateOnly today)
{
    /// <summary>The word for commands that keep letters, as kinds declare it.</summary>
    public const string Through = "文书";

    private const string NumberEntry = "发文字号";
    private const int Attempts = 8;
    private readonly EntryCheck _check = new(declared.Kinds, library);
    private readonly LetterComposer _composer = new(library);

    /// <summary>The letters of a store in number order, withdrawn ones too.</summary>
    public async Task<IReadOnlyList<KeptLetter>> AllAsync(CancellationToken cancellation)
    {
        var subjects = new List<LedgerSubject>();
        await foreach (var entry in ledger.OfKindAsync(LetterField.Letter, cancellation)) subjects.Add(entry.Subject);
        var letters = new List<KeptLetter>();
        foreach (var subject in subjects.Distinct()) letters.AddRange(LetterEntries.Read(await OfSubjectAsync(subject, cancellation)));
        return [.. letters.OrderBy(l => l.Entry.Number)];
    }

    /// <summary>The letters among entries.</summary>
    public static IReadOnlyList<KeptLetter> Among(IReadOnlyList<LedgerEntry> entries) => [.. LetterEntries.Read(entries)];

    /// <summary>The letter of that entry, 文号 or hash; null when there is none, the last when a number was withdrawn and there are several.</summary>
    public async Task<KeptLetter?> FindAsync(string which, CancellationToken cancellation)
    {
        LedgerEntry? found = null;
        await foreach (var entry in ledger.OfKindAsync(LetterField.Letter, cancellation))
        {
            var fields = entry.Draft.Payload.Fields();
            if (entry.Number.ToString(CultureInfo.InvariantCulture) == which || fields[LetterField.Number]?.ToString() == which || fields[LetterField.Hash]?.ToString() == which) found = entry;
        }

        return found is null ? null : LetterEntries.Read(await OfSubjectAsync(found.Subject, cancellation)).Single(l => l.Entry.Number == found.Number);
    }

    /// <summary>Composes a letter without recording it; a number of a sequence is the next one, and not yet taken.</summary>
    public async Task<LetterDraft> ComposeAsync(LetterRequest request, CancellationToken cancellation)
    {
        var (facts, _) = await FactsAsync(request, cancellation);
        var (entries, _) = await NumberedAsync(request, cancellation);
        return Compose(request, facts, entries);
    }

    /// <summary>Composes a letter and records it.</summary>
    /// <exception cref="DomainException">A text is empty, too long or not plain; or the facts do not fit into an entry.</exception>
    public async Task<LetterMade> RecordAsync(LetterRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = await ledger.HeadAsync(cancellation);
            var (facts, _) = await FactsAsync(request, cancellation);
            var (entries, numbered) = await NumberedAsync(request, cancellation);
            var draft = Compose(request, facts, entries);
            if (draft.Letter is not { } letter) return new(draft, null, []);
            var used = draft.UsedFacts.Where(f => facts[f] is not null).ToDictionary(f => f, f => facts[f]!, StringComparer.Ordinal); // Filtered just before.
            var dated = DateOnly.ParseExact(entries["成文日期"].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture); // A whole letter has its date.
            var drafts = LetterEntries.Of(letter, request.Subject, dated, request.AsOf, used, numbered, request.Case, request.By);
            var faults = drafts.SelectMany(d => _check.Check(d, today, Through)).Concat(await NumberFaultsAsync(request, letter.Number, numbered, head.Entries, cancellation)).ToList();
            if (faults.Count > 0) return new(draft, null, faults);
            try
            {
                var appended = await ledger.AppendAsync(drafts, new(head.Entries, request.Subject, [LetterField.Letter]), cancellation);
                return new(draft, appended[0].Entry, []);
            }
            catch (StoreException moved) when (moved.Code == "LEDGER_MOVED" && attempt < Attempts)
            {
                // Another letter took the number, or the facts moved: look again.
            }
        }
    }

    /// <summary>A letter of a city's policy is not made about land elsewhere, whatever its decisions would answer.</summary>
    private LetterDraft Compose(LetterRequest request, JsonObject facts, IReadOnlyDictionary<string, string> entries)
    {
        var draft = _composer.Compose(request.Template, facts, new Question(request.AsOf), entries);
        var place = SubjectPlace.Of(request.Subject, facts);
        if (request.Template.Basis.FirstOrDefault(a => !library.GovernsArticle(a, place)) is not { } foreign) return draft;
        return draft with
        {
            Letter = null,
            Elsewhere = place is null
                ? $"不知道在哪里：“{request.Template.Title}”依据 {foreign}，只用于该文件管到的地方；登记行政区划代码后再生成。"
                : $"“{request.Template.Title}”依据 {foreign}，这份文件管不到 {place}；用当地的文书。",
        };
    }

    /// <summary>The templates that can be used about land of a place.</summary>
    public static IEnumerable<LetterTemplate> Usable(PolicyLibrary library, LoadedLedger declared, DivisionCode? place) =>
        declared.Letters.Where(t => t.Basis.All(a => library.GovernsArticle(a, place)));

    private async Task<(JsonObject Facts, IReadOnlyList<LedgerEntry> Entries)> FactsAsync(LetterRequest request, CancellationToken cancellation)
    {
        var entries = await OfSubjectAsync(request.Subject, cancellation);
        var facts = request.Land.DeepClone().AsObject();
        foreach (var (name, value) in FactProjection.Run(declared.Kinds, entries, request.AsOf).ToSheet().ToJson().Concat(request.Given)) facts[name] = value?.DeepClone();
        _ = SubjectPlace.AddTo(facts, request.Subject);
        return (facts, entries);
    }

    private async Task<(IReadOnlyDictionary<string, string> Entries, (string Series, int Place)? Numbered)> NumberedAsync(LetterRequest request, CancellationToken cancellation)
    {
        var rule = Rule(request.Template);
        if (request.Entries.ContainsKey(NumberEntry) || rule?.Format is null || !DateOnly.TryParse(request.Entries.GetValueOrDefault("成文日期"), CultureInfo.InvariantCulture, out var dated))
            return (request.Entries, null);
        var last = 0;
        await foreach (var entry in ledger.OfKindAsync(LetterField.Letter, cancellation))
        {
            var fields = entry.Draft.Payload.Fields();
            if (entry.Happened.Year == dated.Year && fields[LetterField.Series]?.ToString() == rule.Series && int.TryParse(fields[LetterField.Place]?.ToJsonString(), out var place))
                last = Math.Max(last, place);
        }

        return (new Dictionary<string, string>(request.Entries, StringComparer.Ordinal) { [NumberEntry] = rule.Number(dated.Year, last + 1)! }, (rule.Series, last + 1)); // It has a format.
    }

    /// <summary>What stands against the number up to an entry; who takes it behind that one makes the append look again.</summary>
    private async Task<IReadOnlyList<EntryFault>> NumberFaultsAsync(
        LetterRequest request, string number, (string Series, int Place)? numbered, long upTo, CancellationToken cancellation)
    {
        var faults = new List<EntryFault>();
        if (numbered is null && Rule(request.Template) is { Format: { } format } rule)
            faults.Add(new("LETTER_NUMBER", LetterField.Number, $"“{request.Template.Title}”的文号由序列“{rule.Series}”（{format}）接着编，不手工填写。", "不写发文字号。"));
        await foreach (var entry in ledger.OfKindAsync(LetterField.Letter, cancellation))
        {
            if (entry.Number <= upTo && entry.Draft.Payload.Fields()[LetterField.Number]?.ToString() == number)
                faults.Add(new("LETTER_NUMBER", LetterField.Number, $"文号“{number}”已用于第 {entry.Number} 条登记的文书。", "换一个文号；撤回的文书，其文号也不再用。"));
        }

        return faults;
    }

    private LetterNumberRule? Rule(LetterTemplate template) => declared.LetterNumbers.FirstOrDefault(r => r.Templates.Contains(template.Id));

    private async Task<IReadOnlyList<LedgerEntry>> OfSubjectAsync(LedgerSubject subject, CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.OfSubjectAsync(subject, cancellation)) entries.Add(entry);
        return entries;
    }
}
