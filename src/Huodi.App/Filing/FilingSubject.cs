using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Domain.Registers;
using NetTopologySuite.Geometries;

namespace Huodi.App.Filing;

/// <summary>A piece of land that is filed: a parcel of the store, or a row of a filed register version as it stood.</summary>
public sealed record FilingSubject(
    string Id, string Name, DivisionCode Division, Geometry? Shape, bool IsGenerated, FactSheet Facts, string? Category = null, string? SourceCrs = null)
{
    /// <summary>A parcel as it stands.</summary>
    public static FilingSubject Of(Parcel parcel) =>
        new(parcel.Id, parcel.Name, parcel.Division, parcel.Shape, parcel.IsGenerated, parcel.Facts, SourceCrs: parcel.SourceCrs);

    /// <summary>A row of a filed version.</summary>
    public static FilingSubject Of(RegisterEntry entry) =>
        new(entry.Id, entry.Name, entry.Division, entry.Shape, entry.IsGenerated, entry.Facts, entry.Category);
}
