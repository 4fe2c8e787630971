namespace Huodi.Domain.Overlays;

/// <summary>What became of one chunk of parcels.</summary>
/// <param name="Parcels">How many there were.</param>
/// <param name="SquareMetres">Their measured area.</param>
/// <param name="Overlaps">Those that overlap a layer by at least half a hundredth of a square metre.</param>
public sealed record OverlayChunk(int Parcels, double SquareMetres, IReadOnlyList<ParcelOverlap> Overlaps);
