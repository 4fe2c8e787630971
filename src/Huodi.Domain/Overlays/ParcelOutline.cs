namespace Huodi.Domain.Overlays;

/// <summary>A parcel as an overlay needs it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Wkb">Its shape as two-dimensional little-endian WKB, EPSG:4490.</param>
public readonly record struct ParcelOutline(string Id, ReadOnlyMemory<byte> Wkb);
