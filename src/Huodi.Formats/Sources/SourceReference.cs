namespace Huodi.Formats.Sources;

/// <summary>The coordinate reference system a file declares.</summary>
/// <param name="Epsg">EPSG code, or null when the file gives none.</param>
/// <param name="Wkt">Well-known text (.prj, <c>gpkg_spatial_ref_sys.definition</c>), or null.</param>
/// <param name="Stated">The declaration as the file writes it, for messages; empty when there is none.</param>
public sealed record SourceReference(int? Epsg, string? Wkt, string Stated)
{
    /// <summary>The file says nothing.</summary>
    public static SourceReference None { get; } = new(null, null, "");

    /// <summary>What a coordinate txt says beside its zone (带号): degrees of the zones' width, or null.</summary>
    public int? ZoneWidth { get; init; }

    /// <summary>The zone number (带号) a coordinate txt states, or null.</summary>
    public int? Zone { get; init; }

    /// <summary>Whether anything is declared.</summary>
    public bool IsDeclared => Epsg is not null || Wkt is not null || Stated.Length > 0;
}
