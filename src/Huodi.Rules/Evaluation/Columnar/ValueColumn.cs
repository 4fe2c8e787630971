using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>Values of any kind (lists, contexts, nulls, mixed kinds); expressions that read one run row by row.</summary>
public sealed class ValueColumn : Column
{
    private readonly FeelValue?[] values;

    private ValueColumn(FeelValue?[] values, ulong[] valid)
        : base(values.Length, valid) => this.values = values;

    internal override int Layout => 4;

    /// <summary>Values, null where missing; FEEL's null is <see cref="FeelValue.Null"/>.</summary>
    public static ValueColumn Of(ReadOnlySpan<FeelValue?> values)
    {
        var valid = new ulong[Bits.Words(values.Length)];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not null) Bits.Set(valid, i);
        }

        return new ValueColumn(values.ToArray(), valid);
    }

    private protected override FeelValue Read(int row) => values[row] ?? FeelValue.Null;
}
