namespace Huodi.Formats.Sources.GeoPackage;

/// <summary>A table that a GeoPackage lists.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Geometry">Its geometry column; empty for a table without shapes.</param>
/// <param name="Reference">Its coordinate reference system.</param>
internal sealed record GeoPackageLayer(string Table, string Geometry, SourceReference Reference);
