namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>
/// A part whose values are numbers, days or symbols. Numbers have three forms: 64-bit and 128-bit integers over a scale that is known
/// when the plan is made, run where the block's least and greatest values show that nothing can overflow; and decimals.
/// </summary>
internal abstract class ValueNode(FeelKind kind, int scale, bool canFix, bool canBig) : PlanNode
{
    /// <summary>Beyond this many digits behind the point a decimal could not hold what 64 bits hold.</summary>
    public const int MaxScale = 28;

    public FeelKind Kind => kind;

    public int Scale => scale;

    /// <summary>Whether there is a 64-bit form.</summary>
    public bool CanFix { get; } = canFix && scale is >= 0 and <= MaxScale;

    /// <summary>Whether there is a 128-bit form.</summary>
    public bool CanBig { get; } = (canFix || canBig) && scale is >= 0 and <= MaxScale;

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

    /// <summary>Whether the block fits in the 128-bit form.</summary>
    public bool FitsBig(Scratch scratch) => CanBig && BigExtent(scratch, out _, out _);

    public Vec BigOf(Scratch scratch)
    {
        var vec = scratch[Id];
        if (vec.BigsStamp == scratch.Stamp) return vec;
        vec.BigsStamp = scratch.Stamp;
        RunBig(scratch, vec);
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

    /// <summary>Bounds of the block's values in the 128-bit form; false where they, or those of a part, may be beyond a decimal.</summary>
    public virtual bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        var fits = Extent(scratch, out var least, out var most);
        (low, high) = (least, most);
        return fits;
    }

    protected abstract void RunFixed(Scratch scratch, Vec vec);

    protected virtual void RunBig(Scratch scratch, Vec vec) =>
        BigLanes.Widen(FixedOf(scratch).LongsOf(scratch.Padded), vec.OwnBigs(scratch.Padded));

    protected abstract void RunWide(Scratch scratch, Vec vec);
}
