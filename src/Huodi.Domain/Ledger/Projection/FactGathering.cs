using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>
/// From the entries about a subject to facts: the one place where this is done, for one subject and for a million. Of what happened up
/// to a day, the latest day decides each fact; figures that add up are added, lists are gathered, intervals matched. Two entries of one
/// day that differ leave the fact unknown and say so: the order of arrival never decides what was true. Used by one thread, for subject
/// after subject.
/// </summary>
public sealed class FactGathering
{
    private readonly GatheringPlan _plan;
    private readonly FactTally[] _tallies;
    private readonly List<int> _touched = [];
    private readonly List<int> _held = [];
    private readonly List<ProjectionProblem> _problems = [];
    private readonly ReadOnlyMemory<byte>[] _fields;

    /// <summary>A gathering of what the plan asks for.</summary>
    public FactGathering(GatheringPlan plan)
    {
        _plan = plan;
        var watched = plan.Twice?.Watched.ToHashSet(StringComparer.Ordinal) ?? [];
        _tallies = [.. plan.Facts.Select(f => new FactTally(f, watched.Contains(f)))];
        _fields = new ReadOnlyMemory<byte>[plan.MostFields];
    }

    /// <summary>Takes a subject in place of the one before.</summary>
    /// <param name="notes">All entries about it that are known, in number order.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <exception cref="DomainException">LEDGER_PAYLOAD: a payload is not a JSON object.</exception>
    public void Take(ReadOnlySpan<LedgerNote> notes, DateOnly asOf)
    {
        foreach (var fact in _touched) _tallies[fact].Clear();
        _touched.Clear();
        _problems.Clear();
        EffectiveEntries.Hold(notes, asOf, _held);
        foreach (var index in _held) Take(notes[index], index);
        _touched.Sort();
        var round = Round();
        foreach (var fact in _touched)
        {
            var problem = _tallies[fact].Conclude(round);
            if (IsInDoubt(_tallies[fact].Fact)) _tallies[fact].Forget();
            if (problem is not null) _problems.Add(problem);
        }
    }

    /// <summary>The day of the last end of a procedure behind which another began: what happened up to it belongs to the one before.</summary>
    private DateOnly Round()
    {
        if (_plan.Twice is not { } twice || !IsTold(twice.Running)) return DateOnly.MinValue;
        var running = twice.Running.Select(_plan.Find).Where(f => f >= 0).SelectMany(f => _tallies[f].Told).ToList();
        var opened = _plan.Find(twice.Opened) is >= 0 and var at ? _tallies[at].Told.Select(t => t.Note.Happened) : [];
        var begins = running.Where(t => t.Value?.Truth() == true).Select(t => t.Note.Happened).Concat(opened).DefaultIfEmpty(DateOnly.MinValue).Max();
        return running.Where(t => t.Value?.Truth() == false && t.Note.Happened < begins).Select(t => t.Note.Happened).DefaultIfEmpty(DateOnly.MinValue).Max();
    }

    private bool IsTold(IReadOnlyList<string> facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (_plan.Find(facts[i]) is >= 0 and var fact && _tallies[fact].Told.Count > 0) return true;
        }

        return false;
    }

    private bool IsInDoubt(string fact)
    {
        foreach (var problem in _problems)
        {
            if (problem.Fact == fact) return true;
        }

        return false;
    }

    /// <summary>What is known of the subject; it stays as it is when the next one is taken.</summary>
    /// <param name="entry">Reads an entry by its place among the notes, where somebody asks for it.</param>
    public SubjectProjection Project(Func<int, LedgerEntry> entry)
    {
        var facts = new ProjectedFact?[_tallies.Length];
        foreach (var fact in _touched)
        {
            if (_tallies[fact].IsKnown) facts[fact] = _tallies[fact].Projected(entry);
        }

        return new(new FactTable(_plan, facts), [.. _problems], new EntryPicks([.. _held], entry));
    }

    private void Take(in LedgerNote note, int index)
    {
        if (_plan.Kind(note.Kind) is not { } kind)
        {
            _problems.Add(new("LEDGER_KIND", "", [note.Number], $"第 {note.Number} 条登记的种类“{note.Kind}”没有声明，没有采用。请补上种类声明。"));
            return;
        }

        var fields = _fields.AsSpan(0, kind.FieldCount);
        if (fields.Length > 0) kind.Read(note.Payload, fields);
        foreach (var step in kind.Steps) Apply(step, new(index, note.Number, note.Happened), fields);
    }

    private void Apply(EffectStep step, NotePlace note, ReadOnlySpan<ReadOnlyMemory<byte>> fields)
    {
        switch (step.Effect)
        {
            case SetsFact when step.Terms[0].Of(note.Happened, fields) is { } value:
                Tally(step.Fact).Set(note, value, step.How);
                break;
            case SetsFactWhen when step.Applies(fields) && step.Terms[0].Of(note.Happened, fields) is { } value:
                Tally(step.Fact).Set(note, value, step.How);
                break;
            case EndsFact:
                Tally(step.Fact).Set(note, null, step.How);
                break;
            case AddsToFact adds when !fields[step.Field].IsEmpty:
                if (StatedValue.Of(fields[step.Field]).Figure() is { } figure) Tally(step.Fact).Add(note, adds.Negative ? -figure : figure);
                else Unusable(note, step.Effect.Fact, adds.Field);
                break;
            case ListsItem { Parts.Count: 0 }:
                Tally(step.Fact).List(note, null);
                break;
            case ListsItem:
                Tally(step.Fact).List(note, Item(step, note, fields));
                break;
            case OpensInterval when Matter(fields[step.Field]) is { } matter && step.Terms[0].Of(note.Happened, fields) is { } cause:
                Tally(step.Fact).Open(note, matter, cause);
                break;
            case ClosesInterval when Matter(fields[step.Field]) is { } matter:
                Tally(step.Fact).Close(note, matter);
                break;
            case OpensInterval or ClosesInterval:
                Unusable(note, step.Effect.Fact, "事项编号");
                break;
            default:
                break; // A field that is empty says nothing.
        }
    }

    private FactTally Tally(int fact)
    {
        if (!_tallies[fact].IsTouched)
        {
            _tallies[fact].IsTouched = true;
            _touched.Add(fact);
        }

        return _tallies[fact];
    }

    private static StatedItem Item(EffectStep step, NotePlace note, ReadOnlySpan<ReadOnlyMemory<byte>> fields)
    {
        var parts = new StatedValue?[step.Terms.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = step.Terms[i].Of(note.Happened, fields);
        return new(step.Names, parts);
    }

    private static string? Matter(ReadOnlyMemory<byte> field) => !field.IsEmpty && StatedValue.Of(field) is var value && value.IsString() ? value.Text() : null;

    private void Unusable(NotePlace note, string fact, string field) =>
        _problems.Add(new("LEDGER_FIELD", fact, [note.Number], $"“{fact}”无法确定：第 {note.Number} 条登记的“{field}”无法使用。请更正该条登记。"));
}
