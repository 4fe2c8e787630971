namespace Huodi.Rules.Evaluation.Columnar.Tables;

/// <summary>Outcomes as a column of one kind, ready to be picked by number.</summary>
internal sealed class OutcomeColumn
{
    private readonly FeelValue?[] values;
    private readonly byte[] known;
    private readonly byte[] missing;
    private readonly byte[] troubled;
    private readonly long[]? longs;
    private readonly decimal[]? decimals;

    public OutcomeColumn(IReadOnlyList<FeelValue?> outcomes, PlanBuilder builder)
    {
        values = [.. outcomes];
        known = [.. values.Select(v => (byte)(v is { IsUndecided: false, IsNull: false } ? 1 : 0))];
        missing = [.. values.Select(v => (byte)(v is MissingValue ? 1 : 0))];
        troubled = [.. values.Select(v => (byte)(v is null ? 1 : 0))];
        var kinds = values.Where((_, i) => known[i] != 0).Select(v => v!.Kind).Distinct().ToList();
        Kind = kinds.Count == 1 ? kinds[0] : null;
        if (Kind == FeelKind.Date && values.Any(v => v is DateValue d && d.Value.ToDateOnly() is null)) Kind = null;
        switch (Kind)
        {
            case FeelKind.Number:
                (longs, Scale) = Scaled();
                decimals = longs is null ? Array.ConvertAll(values, v => (v as NumberValue)?.Value ?? 0) : null;
                break;
            case FeelKind.String:
                longs = Array.ConvertAll(values, v => v is StringValue s ? builder.Symbol(s.Value) : 0L);
                break;
            case FeelKind.Date:
                longs = Array.ConvertAll(values, v => v is DateValue d ? d.AsDate().DayNumber : 0L);
                break;
            case FeelKind.Boolean:
                longs = Array.ConvertAll(values, v => ReferenceEquals(v, FeelValue.True) ? 1L : 0L);
                break;
        }
    }

    public FeelKind? Kind { get; }

    public int Scale { get; }

    /// <summary>Writes the outcomes of a block; rows of <paramref name="state"/> in trouble are settled the scalar way.</summary>
    public void Write(ReadOnlySpan<int> outcomes, Vec state, int first, ColumnOutput output)
    {
        var rows = outcomes.Length;
        if (Kind is FeelKind.Boolean) WriteTruth(outcomes, output.TruthBlock(first, rows));
        else if (longs is not null) Pick(longs, outcomes, output.FixedBlock(first, rows));
        else if (decimals is not null) Pick(decimals, outcomes, output.WideBlock(first, rows));
        var boxed = longs is null && decimals is null;
        for (var w = 0; w << 6 < rows; w++)
        {
            var count = Math.Min(64, rows - (w << 6));
            var (valid, lacking, scalar) = (0UL, 0UL, state.TroubleAt(w) & Mask(count));
            for (var i = 0; i < count; i++)
            {
                var outcome = outcomes[(w << 6) + i];
                valid |= (ulong)known[outcome] << i;
                lacking |= (ulong)missing[outcome] << i;
                scalar |= (ulong)troubled[outcome] << i;
            }

            var odd = (boxed ? Mask(count) : Mask(count) & ~valid) & ~lacking & ~scalar;
            for (; odd != 0; odd &= odd - 1)
            {
                var i = (w << 6) + System.Numerics.BitOperations.TrailingZeroCount(odd);
                output.Keep(first + i, values[outcomes[i]]!); // only NeedsRow has no value, and that is in scalar
            }

            output.Settle((first >> 6) + w, valid & ~scalar, lacking & ~scalar, scalar);
        }
    }

    private static ulong Mask(int rows) => rows == 64 ? ulong.MaxValue : (1UL << rows) - 1;

    private void WriteTruth(ReadOnlySpan<int> outcomes, Span<ulong> truth)
    {
        truth.Clear();
        for (var i = 0; i < outcomes.Length; i++) truth[i >> 6] |= (ulong)longs![outcomes[i]] << i; // there for this kind
    }

    private static void Pick<T>(T[] from, ReadOnlySpan<int> outcomes, Span<T> to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = from[outcomes[i]];
    }

    private (long[]? Longs, int Scale) Scaled()
    {
        var numbers = values.OfType<NumberValue>().Select(n => n.Value).ToList();
        var scale = numbers.Max(n => n.Scale);
        var scaled = new long[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is NumberValue n && !Fixed.TryScale(n.Value, scale, out scaled[i])) return (null, 0);
        }

        return (scaled, scale);
    }
}
