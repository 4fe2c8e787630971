namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>
/// A part whose values are numbers, days or symbols. Numbers have two forms: 64-bit integers over a scale that is known when the plan is
/// made, run where the block's least and greatest values show that nothing can overflow; and decimals.
/// </summary>
internal abstract class ValueNode(FeelKind kind, int scale, bool canFix) : PlanNode
{
    /// <summary>Beyond this many digits behind the point a decimal could not hold what 64 bits hold.</summary>
    public const int MaxScale = 28;

    public FeelKind Kind => kind;

    public int Scale => scale;

    /// <summary>Whether there is a 64-bit form.</summary>
    public bool CanFix { get; } = canFix && scale is >= 0 and <= MaxScale;

    /// <summary>The block in the 64-bit form where it fits, else as decimals (<see cref="Vec.IsWide"/>).</summary>
    public Vec Of(Scratch scratch) => Fits(scratch) ? FixedOf(scratch) : WideOf(scratch);

    /// <summary>Whether the block fits in the 64-bit form.</summary>
    public bool Fits(Scratch scratch) => CanFix && Extent(scratch, out _, out _);

    public Vec FixedOf(Scratch scratch)
    {
        var vec = scratch[Id];
        vec.IsWide = false;
        if (vec.LongsStamp == scratch.Stamp) return vec;
        vec.LongsStamp = scratch.Stamp;
        RunFixed(scratch, vec);
        return vec;
    }

    public Vec WideOf(Scratch scratch)
    {
        var vec = scratch[Id];
        vec.IsWide = true;
        if (vec.DecimalsStamp == scratch.Stamp) return vec;
        vec.DecimalsStamp = scratch.Stamp;
        RunWide(scratch, vec);
        return vec;
    }

    /// <summary>Bounds of the block's values in the 64-bit form; false where they, or those of a part, may not fit.</summary>
    public abstract bool Extent(Scratch scratch, out long low, out long high);

    protected abstract void RunFixed(Scratch scratch, Vec vec);

    protected abstract void RunWide(Scratch scratch, Vec vec);
}
