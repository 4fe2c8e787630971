using System.Globalization;
using System.Text;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>What all entries say about one fact, and the value that follows. The order in which they are added does not matter.</summary>
internal sealed class FactTally(string fact)
{
    private readonly List<(NotePlace Note, StatedValue? Value)> _latest = [];
    private readonly List<(NotePlace Note, decimal Figure)> _figures = [];
    private readonly List<(NotePlace Note, StatedItem? Item)> _items = [];
    private readonly IntervalTally _intervals = new(fact);

    public string Fact => fact;

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
        (IsTouched, IsKnown) = (false, false);
    }

    /// <summary>From the note's day on, the fact has the value; with none it is unknown again.</summary>
    public void Set(NotePlace note, StatedValue? value)
    {
        if (_latest.Count > 0 && note.Happened < _latest[0].Note.Happened) return;
        if (_latest.Count > 0 && note.Happened > _latest[0].Note.Happened) _latest.Clear();
        _latest.Add((note, value));
    }

    public void Add(NotePlace note, decimal figure) => _figures.Add((note, figure));

    public void List(NotePlace note, StatedItem? item) => _items.Add((note, item));

    public void Open(NotePlace note, string matter, StatedValue cause) => _intervals.Open(note, matter, cause);

    public void Close(NotePlace note, string matter) => _intervals.Close(note, matter);

    /// <summary>Works out whether the fact is known, once everything is added.</summary>
    /// <returns>Why it is not; null when it is, and when the last entry ended it.</returns>
    public ProjectionProblem? Conclude()
    {
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
        var list = IsList ? new StatedList(Listed(), [.. _intervals.Items()]) : null;
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
        var notes = IsList ? [.. _items.Select(i => i.Note), .. _intervals.Notes] : new NotePlace[_figures.Count > 0 ? _figures.Count : _latest.Count];
        for (var i = 0; i < notes.Length && !IsList; i++) notes[i] = _figures.Count > 0 ? _figures[i].Note : _latest[i].Note;
        if (notes.Length > 1) Array.Sort(notes, (a, b) => a.Number.CompareTo(b.Number));
        return notes;
    }

    private ProjectionProblem? Latest()
    {
        if (_latest.Count > 1) _latest.Sort((a, b) => a.Note.Number.CompareTo(b.Note.Number));
        var first = _latest[0].Value;
        if (_latest.TrueForAll(s => first is { } one ? s.Value is { } value && value.IsSame(one) : s.Value is null))
        {
            IsKnown = first is not null;
            return null;
        }

        var said = string.Join("；", _latest.Select(s => $"第 {s.Note.Number} 条登记{(s.Value is { } value ? $"为 {value.Node().ToJsonString()}" : "使它失效")}"));
        return new(
            "LEDGER_CONTRADICTION",
            fact,
            [.. _latest.Select(s => s.Note.Number)],
            $"“{fact}”在 {_latest[0].Note.Happened:yyyy-MM-dd} 有互相矛盾的登记（{said}），请核对原件，更正其中有误的一条。");
    }
}
