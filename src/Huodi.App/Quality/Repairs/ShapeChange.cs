using NetTopologySuite.Geometries;

namespace Huodi.App.Quality.Repairs;

/// <summary>A parcel's shape that was replaced: what it was before, and who replaced it when and why.</summary>
/// <param name="Number">Number in the store, from 1, in the order of the changes.</param>
/// <param name="Parcel">Identity of the parcel.</param>
/// <param name="Original">The shape before.</param>
/// <param name="ChangedAt">Moment of the change, UTC.</param>
/// <param name="ChangedBy">Who asked for it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record ShapeChange(long Number, string Parcel, Geometry Original, DateTimeOffset ChangedAt, string ChangedBy, string Reason);
