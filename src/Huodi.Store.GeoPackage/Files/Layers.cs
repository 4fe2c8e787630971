using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>The entries of feature tables in <c>gpkg_contents</c>.</summary>
internal static class Layers
{
    /// <summary>Widens the layer's recorded bounds and notes the moment of the change.</summary>
    public static void Extend(SqliteConnection connection, SqliteTransaction transaction, string table, Envelope bounds, DateTimeOffset moment)
    {
        using var extend = new Statement(
            connection,
            """
            UPDATE gpkg_contents
            SET min_x = min(coalesce(min_x, $2), $2), max_x = max(coalesce(max_x, $3), $3),
                min_y = min(coalesce(min_y, $4), $4), max_y = max(coalesce(max_y, $5), $5), last_change = $6
            WHERE table_name = $1
            """,
            transaction);
        _ = extend.Run(table, bounds.MinX, bounds.MaxX, bounds.MinY, bounds.MaxY, Moments.Text(moment));
    }
}
