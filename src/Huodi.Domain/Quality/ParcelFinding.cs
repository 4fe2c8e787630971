namespace Huodi.Domain.Quality;

/// <summary>A finding and the parcel it is about.</summary>
/// <param name="Parcel">Identity of the parcel.</param>
/// <param name="Other">Identity of the neighbour it is about too; null otherwise.</param>
/// <param name="Finding">What was found.</param>
public sealed record ParcelFinding(string Parcel, string? Other, QualityFinding Finding);
