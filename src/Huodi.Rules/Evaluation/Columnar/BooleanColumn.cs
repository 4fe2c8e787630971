using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>Truth values, one bit a row.</summary>
public sealed class BooleanColumn : Column
{
    private BooleanColumn(ulong[] truth, int length, ulong[]? valid)
        : base(length, valid) => Truth = truth;

    internal ulong[] Truth { get; }

    internal override int Layout => 1;

    /// <summary>Truth values, null where missing.</summary>
    public static BooleanColumn Of(ReadOnlySpan<bool?> values)
    {
        var truth = new ulong[Bits.Words(values.Length)];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is true) Bits.Set(truth, i);
        }

        return new BooleanColumn(truth, values.Length, ValidOf(values));
    }

    /// <summary>Bits, row 0 lowest; <paramref name="valid"/> null: all there.</summary>
    public static BooleanColumn OfBits(ReadOnlySpan<ulong> truth, int length, ulong[]? valid = null) =>
        new(truth[..Bits.Words(length)].ToArray(), length, valid?.ToArray());

    private protected override FeelValue Read(int row) => FeelValue.Of(Bits.Get(Truth, row));
}
