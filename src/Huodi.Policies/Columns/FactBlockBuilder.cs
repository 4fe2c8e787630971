using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Columns;

/// <summary>Takes the facts of subjects, one after the other, straight into columns. One thread fills it; it can be used for block after block.</summary>
public sealed class FactBlockBuilder
{
    private readonly FactSchema _schema;
    private readonly int _capacity;
    private readonly int[] _successor;
    private readonly List<string> _ids = [];
    private readonly List<ushort> _divisionOf = [];
    private readonly List<DivisionCode> _divisions = [];
    private FactColumn?[] _columns;
    private int _last;

    /// <summary>A builder of empty blocks.</summary>
    /// <param name="dictionary">The dictionary whose facts are taken.</param>
    /// <param name="capacity">Subjects of one block, at most <see cref="FactBlock.MostRows"/>.</param>
    public FactBlockBuilder(FactDictionary dictionary, int capacity = FactBlock.MostRows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity is > 0 and <= FactBlock.MostRows, true, nameof(capacity));
        (_schema, _capacity) = (dictionary.Schema, capacity);
        _columns = new FactColumn?[_schema.Facts.Count];
        _successor = new int[_schema.Facts.Count + 1];
    }

    /// <summary>Subjects taken since the last block.</summary>
    public int Count => _ids.Count;

    /// <summary>Whether the block must be built before the next subject.</summary>
    public bool IsFull => Count == _capacity;

    /// <summary>Takes a subject with its facts in the contract's form. Where it throws, the subject is not taken.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    /// <exception cref="InvalidOperationException">The block is full.</exception>
    public void Add(string id, DivisionCode division, JsonObject facts) => Add(id, division, facts.Select(f => (f.Key, f.Value)));

    /// <summary>Takes a subject with its recorded facts. Where it throws, the subject is not taken.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    /// <exception cref="InvalidOperationException">The block is full.</exception>
    public void Add(string id, DivisionCode division, FactSheet facts) => Add(id, division, facts.All.Select(f => (f.Name, (JsonNode?)f.Value)));

    /// <summary>Begins a subject whose facts follow by <see cref="Read"/>.</summary>
    /// <exception cref="InvalidOperationException">The block is full.</exception>
    public void Begin(string id, DivisionCode division)
    {
        if (IsFull) throw new InvalidOperationException("The block is full.");
        var place = _divisions.IndexOf(division);
        if (place < 0)
        {
            place = _divisions.Count;
            _divisions.Add(division);
        }

        _ids.Add(id);
        _divisionOf.Add((ushort)place);
        _last = _schema.Facts.Count;
    }

    /// <summary>Reads a fact of the subject begun last.</summary>
    /// <param name="name">Its name in UTF-8.</param>
    /// <param name="reader">Stands on the first token of the value, and on the last one afterwards.</param>
    /// <param name="document">The whole text the reader reads.</param>
    /// <exception cref="FactsException">The name is not in the dictionary or comes twice, or the value is not of its type.
    /// <see cref="Undo"/> takes the subject back.</exception>
    public void Read(ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        var ordinal = _schema.Find(name, _successor[_last]);
        if (ordinal < 0) throw Unknown(Encoding.UTF8.GetString(name));
        _last = _successor[_last] = ordinal;
        var column = ColumnOf(ordinal);
        if (column.Has(Count - 1)) throw new FactsException("FACT_TWICE", column.Fact.Name, $"事实“{column.Fact.Name}”给了两次。", "只留一次。");
        if (reader.TokenType != JsonTokenType.Null) column.Read(Count - 1, ref reader, document);
    }

    /// <summary>Takes the subject that was begun last back.</summary>
    public void Undo()
    {
        foreach (var column in _columns) column?.Clear(Count - 1);
        _ids.RemoveAt(Count - 1);
        _divisionOf.RemoveAt(_divisionOf.Count - 1);
    }

    /// <summary>The block of the subjects taken; the builder is empty afterwards.</summary>
    public FactBlock Build()
    {
        foreach (var column in _columns) column?.Finish(Count);
        var block = new FactBlock(_schema, [.. _ids], [.. _divisions], [.. _divisionOf], _columns);
        _columns = new FactColumn?[_schema.Facts.Count];
        _ids.Clear();
        _divisionOf.Clear();
        _divisions.Clear();
        return block;
    }

    private void Add(string id, DivisionCode division, IEnumerable<(string Name, JsonNode? Value)> facts)
    {
        Begin(id, division);
        try
        {
            foreach (var (name, value) in facts)
            {
                var column = ColumnOf(_schema.Find(name) is >= 0 and var ordinal ? ordinal : throw Unknown(name));
                if (value is not null) column.Set(Count - 1, FactValues.Read(value, column.Fact));
            }
        }
        catch
        {
            Undo();
            throw;
        }
    }

    private FactColumn ColumnOf(int ordinal) => _columns[ordinal] ??= FactColumn.Of(_schema.Facts[ordinal], _capacity);

    private FactsException Unknown(string name) =>
        new("FACT_UNKNOWN", name, $"词典里没有事实“{name}”。", Loading.Nearest.Hint(name, _schema.Facts.Select(f => f.Name)));
}
