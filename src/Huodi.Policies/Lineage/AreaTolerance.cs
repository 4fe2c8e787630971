namespace Huodi.Policies.Lineage;

/// <summary>How far the area after a change may be from that before. Both are data quality, not law.</summary>
/// <param name="Relative">As a share of the area before.</param>
/// <param name="Absolute">In ㎡; the larger of the two counts.</param>
public sealed record AreaTolerance(decimal Relative, decimal Absolute)
{
    /// <summary>The tolerance for an area in ㎡.</summary>
    public decimal Of(decimal area) => Math.Max(Absolute, area * Relative);
}
