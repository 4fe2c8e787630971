using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>The SQL functions that the R-tree triggers of a GeoPackage call. Every connection that writes must have them.</summary>
internal static class SpatialFunctions
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction("ST_IsEmpty", (byte[]? g) => IsEmpty(g), isDeterministic: true);
        Bound(connection, "ST_MinX", b => b.MinX);
        Bound(connection, "ST_MaxX", b => b.MaxX);
        Bound(connection, "ST_MinY", b => b.MinY);
        Bound(connection, "ST_MaxY", b => b.MaxY);
    }

    private static void Bound(SqliteConnection connection, string name, Func<Envelope, double> pick) =>
        connection.CreateFunction(name, (byte[]? g) => GeoPackageBinary.Bounds(g) is { } b ? pick(b) : (double?)null, isDeterministic: true);

    private static long? IsEmpty(byte[]? geometry) => geometry is null ? null : GeoPackageBinary.Bounds(geometry) is null ? 1 : 0;
}
