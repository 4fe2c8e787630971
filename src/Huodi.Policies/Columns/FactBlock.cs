using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>The recorded facts of up to <see cref="MostRows"/> subjects, one typed column a fact. Immutable; may be shared by threads and asked
/// of several libraries.</summary>
public sealed class FactBlock
{
    /// <summary>The most subjects one block holds.</summary>
    public const int MostRows = 32_768;

    private readonly string[] _ids;
    private readonly ushort[] _divisionOf;
    private readonly FactColumn?[] _columns;

    internal FactBlock(FactSchema schema, string[] ids, DivisionCode[] divisions, ushort[] divisionOf, FactColumn?[] columns) =>
        (Schema, _ids, Divisions, _divisionOf, _columns) = (schema, ids, divisions, divisionOf, columns);

    /// <summary>How many subjects there are.</summary>
    public int Count => _ids.Length;

    /// <summary>The subjects' ids, in the order they were added.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The divisions in which subjects of the block lie, each once.</summary>
    public IReadOnlyList<DivisionCode> Divisions { get; }

    internal FactSchema Schema { get; }

    /// <summary>The columns of the facts that some subject has.</summary>
    internal IEnumerable<FactColumn> Columns => _columns.OfType<FactColumn>();

    internal ReadOnlySpan<ushort> DivisionOf => _divisionOf;

    /// <summary>Where the subject lies.</summary>
    public DivisionCode Division(int row) => Divisions[_divisionOf[row]];

    /// <summary>The subject's facts in the contract's form: for <see cref="PolicyLibrary.Evaluate"/> and its like, which explain what the columns say.</summary>
    public JsonObject Facts(int row) => new(Recorded(row).Select(f => KeyValuePair.Create(f.Key, FactValues.Write(f.Value))));

    /// <summary>The column of a fact, or null when no subject has it.</summary>
    internal FactColumn? Column(string name) => Schema.Find(name) is >= 0 and var ordinal ? _columns[ordinal] : null;

    /// <summary>The subject's facts as values.</summary>
    internal IEnumerable<KeyValuePair<string, FeelValue>> Recorded(int row)
    {
        foreach (var column in Columns)
        {
            if (column[row] is { } value) yield return new(column.Fact.Name, value);
        }
    }
}
