using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>One fact of the subjects of a block. Filled row by row by one thread, then only read.</summary>
internal abstract class FactColumn(FactDefinition fact)
{
    public FactDefinition Fact => fact;

    /// <summary>The row's value, or null where the fact is not recorded.</summary>
    public abstract FeelValue? this[int row] { get; }

    public abstract bool Has(int row);

    /// <summary>A column for a fact's type.</summary>
    public static FactColumn Of(FactDefinition fact, int rows) => fact.Type switch
    {
        "number" => new NumberFacts(fact, rows),
        "date" => new DayFacts(fact, rows),
        "boolean" => new TruthFacts(fact, rows),
        "string" => new TextFacts(fact, rows),
        _ => new ValueFacts(fact, rows),
    };

    /// <summary>Reads the value the reader stands on and leaves the reader at its end. What the quick way does not know goes the
    /// dictionary's way, so that both accept the same and complain alike.</summary>
    /// <param name="row">The row.</param>
    /// <param name="reader">Stands on the first token of the value.</param>
    /// <param name="document">The text the reader reads.</param>
    /// <exception cref="FactsException">The value is not of the fact's type.</exception>
    public void Read(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        if (!TryRead(row, ref reader, document)) Set(row, FactValues.Read(JsonNode.Parse(ref reader), fact));
    }

    /// <summary>Takes a value that the dictionary has checked.</summary>
    public abstract void Set(int row, FeelValue value);

    /// <summary>Takes the row's value away again.</summary>
    public abstract void Clear(int row);

    /// <summary>Called once when no more rows come.</summary>
    public virtual void Finish(int rows)
    {
    }

    private protected abstract bool TryRead(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document);
}
