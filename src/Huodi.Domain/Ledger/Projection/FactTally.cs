using System.Globalization;
using System.Text;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>What all entries say about one fact, and the value that follows. The order in which they are added does not matter.</summary>
/// <param name="fact">The fact.</param>
/// <param name="isWatched">Whether all that is said is kept, to find one event recorded twice.</param>
internal sealed class FactTally(string fact, bool isWatched)
{
    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(NotePlace Note, StatedValue? Value)> _latest = [];
    private readonly List<(NotePlace Note, decimal Figure)> _figures = [];
    private readonly List<(NotePlace Note, StatedItem? Item)> _items = [];
    private readonly List<(NotePlace Note, StatedValue? Value, Told How)> _told = [];
    private readonly IntervalTally _intervals = new(fact);

    public string Fact => fact;

    /// <summary>All that was said about a fact that is watched.</summary>
    public IReadOnlyList<(NotePlace Note, StatedValue? Value, Told How)> Told => _told;

    /// <summary>Whether an entry speaks of it.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Whether the fact is known.</summary>
    public bool IsKnown { get; private set; }

    private bool IsList => _items.Count > 0 || _intervals.Any;

    public void Clear()
    {
        _latest.Clear();
        _figures.Clear();
        _items.Clear();
        _intervals.Clear();
        _told.Clear();
        (IsTouched, IsKnown) = (false, false);
    }

    /// <summary>From the note's day on, the fact has the value; with none it is unknown again.</summary>
    public void Set(NotePlace note, StatedValue? value, Told how)
    {
        if (isWatched) _told.Add((note, value, how));
        if (_latest.Count > 0 && note.Happened < _latest[0].Note.Happened) return;
        if (_latest.Count > 0 && note.Happened > _latest[0].Note.Happened) _latest.Clear();
        _latest.Add((note, value));
    }

    public void Add(NotePlace note, decimal figure) => _figures.Add((note, figure));

    public void List(NotePlace note, StatedItem? item) => _items.Add((note, item));

    public void Open(NotePlace note, string matter, StatedValue cause) => _intervals.Open(note, matter, cause);

    public void Close(NotePlace note, string matter) => _intervals.Close(note, matter);

    /// <summary>Works out whether the fact is known, once everything is added.</summary>
    /// <param name="round">What happened up to this day belongs to a procedure that is over.</param>
    /// <returns>Why it is not; null when it is, and when the last entry ended it.</returns>
    public ProjectionProblem? Conclude(DateOnly round)
    {
        if (isWatched && Twice(round) is { } twice) return twice;
        if (_intervals.Problem() is { } problem) return problem;
        if (IsList || _figures.Count > 0) IsKnown = true;
        else if (_latest.Count > 0) return Latest();
        return null;
    }

    /// <summary>The fact is unknown for another reason.</summary>
    public void Forget() => IsKnown = false;

    /// <summary>The fact, once it is concluded that it is known.</summary>
    /// <param name="entry">Reads an entry by its place.</param>
    public ProjectedFact Projected(Func<int, LedgerEntry> entry)
    {
        var list = IsList ? new StatedList(Listed(), _intervals.Items()) : null;
        var value = list is not null ? null : _figures.Count > 0 ? Sum() : _latest[0].Value;
        return new(fact, value, list, Movements(), Notes(), entry);
    }

    private StatedValue Sum() => StatedValue.Of(Encoding.UTF8.GetBytes(_figures.Sum(f => f.Figure).ToString(CultureInfo.InvariantCulture)));

    private (DateOnly Day, decimal Figure)[] Movements()
    {
        if (_figures.Count == 0) return [];
        var movements = new (DateOnly, decimal)[_figures.Count];
        for (var i = 0; i < movements.Length; i++) movements[i] = (_figures[i].Note.Happened, _figures[i].Figure);
        return movements;
    }

    private List<StatedItem> Listed()
    {
        var items = new List<StatedItem>(_items.Count);
        foreach (var (_, item) in _items)
        {
            if (item is not null) items.Add(item);
        }

        return items;
    }

    private NotePlace[] Notes()
    {
        var notes = new NotePlace[IsList ? _items.Count + _intervals.Count : _figures.Count > 0 ? _figures.Count : _latest.Count];
        if (IsList) _intervals.Notes(notes.AsSpan(_items.Count));
        for (var i = 0; i < (IsList ? _items.Count : notes.Length); i++)
            notes[i] = IsList ? _items[i].Note : _figures.Count > 0 ? _figures[i].Note : _latest[i].Note;
        if (notes.Length > 1) Array.Sort(notes, (a, b) => a.Number.CompareTo(b.Number));
        return notes;
    }

    /// <summary>An entry of its own that tells an event otherwise than the step of the case does; one that tells the same is the same event.</summary>
    private ProjectionProblem? Twice(DateOnly round)
    {
        if (!IsToldByStep()) return null;
        var steps = _told.FindAll(t => t.How == Kinds.Told.ByStep && t.Note.Happened > round);
        var other = _told.FindAll(t => t.How == Kinds.Told.ByKind && t.Note.Happened > round && !steps.Exists(s => Said(s.Value) == Said(t.Value)));
        if (steps.Count == 0 || other.Count == 0) return null;
        var said = string.Join("；", steps.Concat(other).OrderBy(t => t.Note.Number)
            .Select(t => $"第 {t.Note.Number} 条登记（{(t.How == Kinds.Told.ByStep ? "案件步骤" : "另行登记")}）为 {Said(t.Value)}"));
        return new(
            "LEDGER_TWICE",
            fact,
            [.. steps.Concat(other).Select(t => t.Note.Number).Order()],
            $"“{fact}”由案件步骤和另一条登记说了两次而不一致（{said}）。请核对原件：案件步骤有误的更正该步，否则撤回另行的登记。");

        static string Said(StatedValue? value) => value?.Node().ToJsonString(Readable) ?? "不再有值";
    }

    private bool IsToldByStep()
    {
        foreach (var (_, _, how) in _told)
        {
            if (how == Kinds.Told.ByStep) return true;
        }

        return false;
    }

    private ProjectionProblem? Latest()
    {
        if (_latest.Count > 1) _latest.Sort((a, b) => a.Note.Number.CompareTo(b.Note.Number));
        if (!IsAgreed()) return Contradiction();
        IsKnown = _latest[0].Value is not null;
        return null;
    }

    private bool IsAgreed()
    {
        for (var i = 1; i < _latest.Count; i++)
        {
            if (_latest[0].Value is { } first ? _latest[i].Value is not { } value || !value.IsSame(first) : _latest[i].Value is not null) return false;
        }

        return true;
    }

    private ProjectionProblem Contradiction()
    {
        var said = string.Join("；", _latest.Select(s => $"第 {s.Note.Number} 条登记{(s.Value is { } value ? $"为 {value.Node().ToJsonString()}" : "使它失效")}"));
        return new(
            "LEDGER_CONTRADICTION",
            fact,
            [.. _latest.Select(s => s.Note.Number)],
            $"“{fact}”在 {_latest[0].Note.Happened:yyyy-MM-dd} 有互相矛盾的登记（{said}），请核对原件，更正其中有误的一条。");
    }
}
