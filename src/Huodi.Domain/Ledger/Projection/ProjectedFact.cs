using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>A fact that the ledger gives. What is asked for is worked out when it is asked for.</summary>
public sealed class ProjectedFact
{
    private readonly StatedValue? _value;
    private readonly StatedList? _list;
    private readonly NotePlace[] _notes;
    private readonly Func<int, LedgerEntry> _entry;
    private JsonNode? _node;

    /// <param name="name">Name.</param>
    /// <param name="value">The value, or null of a list.</param>
    /// <param name="list">The list, or null.</param>
    /// <param name="movements">What is added up.</param>
    /// <param name="notes">Where it comes from, by number; at least one.</param>
    /// <param name="entry">Reads an entry by its place.</param>
    internal ProjectedFact(
        string name, StatedValue? value, StatedList? list, IReadOnlyList<(DateOnly Day, decimal Figure)> movements, NotePlace[] notes, Func<int, LedgerEntry> entry)
    {
        (Name, _value, _list, Movements, _notes, _entry) = (name, value, list, movements, notes, entry);
        (FirstDay, LastDay) = (notes[0].Happened, notes[0].Happened);
        foreach (var note in notes)
        {
            if (note.Happened < FirstDay) FirstDay = note.Happened;
            if (note.Happened > LastDay) LastDay = note.Happened;
        }
    }

    /// <summary>Name in the dictionary.</summary>
    public string Name { get; }

    /// <summary>Value in the contract's form.</summary>
    public JsonNode Value => _node ??= _list?.Node() ?? _value!.Value.Node(); // One of the two is given.

    /// <summary>The entries it comes from, in number order; at least one.</summary>
    public IReadOnlyList<LedgerEntry> Entries => field ??= new EntryPicks(Array.ConvertAll(_notes, n => n.Index), _entry);

    /// <summary>The day of the earliest of them.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The day of the latest of them.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Of a sum, what single entries add to it or, negative, take off, in no order; of anything else nothing.</summary>
    public IReadOnlyList<(DateOnly Day, decimal Figure)> Movements { get; }

    /// <summary>Of a list, what single entries added to it, in no order; of anything else nothing.</summary>
    public IReadOnlyList<StatedItem> Items => _list?.Items ?? [];

    /// <summary>Whether it is a list.</summary>
    public bool IsList => _list is not null;

    /// <summary>How many items a list has; 0 of anything else.</summary>
    public int Count => _list is null ? 0 : _list.Items.Count + _list.Intervals.Count;

    /// <summary>Its text, or the text of its number; null of a list.</summary>
    public string? Text() => _value?.Text();

    /// <summary>Its day; null when it is none.</summary>
    public DateOnly? Day() => _value?.Day();

    /// <summary>Whether it is true or false; null when it is neither.</summary>
    public bool? Truth() => _value?.Truth();

    /// <summary>Its number; null when it is none.</summary>
    public decimal? Figure() => _value?.Figure();

    /// <summary>The value as JSON in UTF-8.</summary>
    /// <param name="room">Twelve bytes for a day.</param>
    public ReadOnlySpan<byte> Written(Span<byte> room) => _value is { } value ? value.Written(room) : System.Text.Encoding.UTF8.GetBytes(Value.ToJsonString());
}
