namespace Huodi.Domain.Overlays;

/// <summary>A parcel that lies in a control layer, wholly or in part.</summary>
/// <param name="Parcel">Identity of the parcel.</param>
/// <param name="Layer">Which of the layers asked for, from 0.</param>
/// <param name="Measure">How much.</param>
public readonly record struct ParcelOverlap(string Parcel, int Layer, OverlapMeasure Measure);
