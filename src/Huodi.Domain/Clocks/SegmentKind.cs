namespace Huodi.Domain.Clocks;

/// <summary>What a stretch of days does in a reckoning of default.</summary>
public enum SegmentKind
{
    /// <summary>The days count.</summary>
    Counted,

    /// <summary>The days lie in an excluded period.</summary>
    Excluded,

    /// <summary>The days lie on or before the day on which a court's disposal changed the holder; they do not count against the new one.</summary>
    BeforeReset,
}
