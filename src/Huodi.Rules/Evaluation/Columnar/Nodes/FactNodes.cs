namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>A number column that is held scaled.</summary>
internal sealed class ScaledFact(int slot, int scale) : ValueNode(FeelKind.Number, scale, true, true)
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        var column = Column(scratch);
        (low, high) = (column.Low[scratch.First / Block.Rows], column.High[scratch.First / Block.Rows]);
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        var column = Column(scratch);
        (vec.Longs, vec.LongsFrom) = (column.Scaled!, scratch.First); // the plan was made for this layout
        vec.Validity(column.Valid, scratch.First, scratch.Rows);
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        var column = Column(scratch);
        Lanes.ToDecimals(column.Scaled.AsSpan(scratch.First, scratch.Padded), Scale, vec.OwnDecimals(scratch.Padded));
        vec.Validity(column.Valid, scratch.First, scratch.Rows);
    }

    private NumberColumn Column(Scratch scratch) => (NumberColumn)scratch.Columns[slot]!; // the plan was made for this layout
}

/// <summary>A number column that is held as decimals; a block whose values all fit is scaled when it is come to.</summary>
internal sealed class DecimalFact(int slot, int scale) : ValueNode(FeelKind.Number, scale, scale <= NumberColumn.MaxScale, scale <= NumberColumn.MaxScale)
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        (low, high) = (0, 0);
        var vec = scratch[Id];
        if (vec.RefusedStamp == scratch.Stamp) return false;
        if (vec.LongsStamp != scratch.Stamp)
        {
            var column = Column(scratch);
            if (!Fixed.TryScale(column.Exact.AsSpan(scratch.First, scratch.Padded), Scale, vec.OwnLongs(scratch.Padded)))
            {
                vec.RefusedStamp = scratch.Stamp;
                return false;
            }

            vec.LongsStamp = scratch.Stamp;
            vec.Validity(column.Valid, scratch.First, scratch.Rows);
        }

        Fixed.Extent(vec.LongsOf(scratch.Padded), out low, out high);
        return true;
    }

    public override bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        (low, high) = (0, 0);
        var vec = scratch[Id];
        if (vec.BigRefusedStamp == scratch.Stamp) return false;
        if (vec.BigsStamp != scratch.Stamp)
        {
            var column = Column(scratch);
            var values = column.Exact.AsSpan(scratch.First, scratch.Padded);
            if (!Big.TryScale(values, Scale, vec.OwnBigs(scratch.Padded), out vec.BigLow, out vec.BigHigh))
            {
                vec.BigRefusedStamp = scratch.Stamp;
                return false;
            }

            vec.BigsStamp = scratch.Stamp;
            vec.Validity(column.Valid, scratch.First, scratch.Rows);
        }

        (low, high) = (vec.BigLow, vec.BigHigh);
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec) =>
        throw new InvalidOperationException("The extent, which scales the block, is asked for first.");

    protected override void RunBig(Scratch scratch, Vec vec) =>
        throw new InvalidOperationException("The extent, which scales the block, is asked for first.");

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        var column = Column(scratch);
        (vec.Decimals, vec.DecimalsFrom) = (column.Exact!, scratch.First); // held so in this layout
        vec.Validity(column.Valid, scratch.First, scratch.Rows);
    }

    private NumberColumn Column(Scratch scratch) => (NumberColumn)scratch.Columns[slot]!; // the plan was made for this layout
}

/// <summary>A column of days, or of texts as symbols.</summary>
internal sealed class CodeFact(int slot, FeelKind kind) : ValueNode(kind, 0, true, false)
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        (low, high) = (0, int.MaxValue);
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        var column = scratch.Columns[slot]!; // the plan was made for this layout
        var result = vec.OwnLongs(scratch.Padded);
        vec.Validity(column.Valid, scratch.First, scratch.Rows);
        if (column is DateColumn dates)
        {
            Lanes.Widen(dates.Days.AsSpan(scratch.First, scratch.Padded), result);
            return;
        }

        var texts = (StringColumn)column;
        var numbers = scratch.Symbols.Of(texts);
        var codes = texts.Codes.AsSpan(scratch.First, scratch.Padded);
        for (var i = 0; i < codes.Length; i++) result[i] = numbers[codes[i]];
    }

    protected override void RunWide(Scratch scratch, Vec vec) => throw new InvalidOperationException("There is no decimal form.");
}

/// <summary>A column of truth values.</summary>
internal sealed class TruthFact(int slot) : TruthNode
{
    protected override void Run(Scratch scratch, Vec vec)
    {
        var column = (BooleanColumn)scratch.Columns[slot]!; // the plan was made for this layout
        column.Truth.AsSpan(scratch.First >> 6, scratch.Padded >> 6).CopyTo(vec.OwnTruth());
        vec.Validity(column.Valid, scratch.First, scratch.Rows);
    }
}
