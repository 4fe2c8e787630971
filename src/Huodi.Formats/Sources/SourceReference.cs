using Huodi.Domain.Geodesy;

namespace Huodi.Formats.Sources;

/// <summary>The coordinate reference system a file declares.</summary>
/// <param name="Epsg">EPSG code, or null when the file gives none.</param>
/// <param name="Wkt">Well-known text (.prj, <c>gpkg_spatial_ref_sys.definition</c>), or null.</param>
/// <param name="Stated">The declaration as the file writes it (a name, a URN, the 属性描述 of a coordinate txt); empty when there is none.</param>
public sealed record SourceReference(int? Epsg, string? Wkt, string Stated)
{
    /// <summary>The file says nothing.</summary>
    public static SourceReference None { get; } = new(null, null, "");

    /// <summary>Whether anything is declared.</summary>
    public bool IsDeclared => Epsg is not null || Wkt is not null || Stated.Length > 0;

    /// <summary>The declaration as geodesy understands it: by its code, else by its text.</summary>
    public StatedCoordinateSystem Understood()
    {
        if (Epsg is { } code && CoordinateSystems.Find(code) is { } known) return StatedCoordinateSystem.Of(known);
        if (Wkt is not null && StatedCoordinateSystem.Read(Wkt) is var read && (read.System is not null || read.Datum is not null)) return read;
        return StatedCoordinateSystem.Read(Stated.Length > 0 ? Stated : Epsg is { } unknown ? $"EPSG:{unknown}" : Wkt);
    }
}
