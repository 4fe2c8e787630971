namespace Huodi.Domain.Overlays;

/// <summary>How much of a parcel lies in a control layer.</summary>
/// <param name="SquareMetres">㎡ on the ellipsoid: the survey's formula over the outline of the common area.</param>
/// <param name="Share">0 to 1; exactly 1 for a parcel wholly inside and 0 for one that only touches.</param>
public readonly record struct OverlapMeasure(double SquareMetres, double Share);
