namespace Huodi.App.Overlays;

/// <summary>The overlap of one parcel with one layer version.</summary>
/// <param name="Parcel">Identity of the parcel.</param>
/// <param name="Layer">Number of the layer version.</param>
/// <param name="Hundredths">Overlap in whole 0.01 ㎡.</param>
/// <param name="Share">Share of the parcel, above 0 and at most 1; 1 only for a parcel wholly inside.</param>
public sealed record StoredOverlap(string Parcel, long Layer, long Hundredths, double Share);
