using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>
/// The values of one fact for many rows; a row without a value misses the fact. Columns are immutable and may be shared by threads.
/// </summary>
public abstract class Column
{
    private readonly ulong[]? valid;

    private protected Column(int length, ulong[]? valid) => (Length, this.valid) = (length, Bits.AllSet(valid, length) ? null : valid);

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>One bit a row, set where there is a value; null where every row has one.</summary>
    internal ulong[]? Valid => valid;

    /// <summary>Tells columns apart that one plan cannot serve.</summary>
    internal abstract int Layout { get; }

    /// <summary>Whether the row has a value.</summary>
    public bool HasValue(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Length, nameof(row));
        return valid is null || Bits.Get(valid, row);
    }

    /// <summary>The row's value, or null where the fact is missing.</summary>
    public FeelValue? this[int row] => HasValue(row) ? Read(row) : null;

    private protected abstract FeelValue Read(int row);

    /// <summary>The bits of what is there.</summary>
    private protected static ulong[]? ValidOf<T>(ReadOnlySpan<T?> values)
        where T : struct
    {
        ulong[]? valid = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null) Bits.Clear(valid ??= Bits.Full(values.Length), i);
        }

        return valid;
    }
}
