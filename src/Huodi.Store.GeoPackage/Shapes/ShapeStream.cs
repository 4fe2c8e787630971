using Huodi.App.Stores;
using Huodi.Domain.Overlays;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huodi.Store.GeoPackage.Shapes;

/// <summary>
/// Reads identities and shapes without building geometries, some thousands at a time: for work that goes over every parcel of a city.
/// SQLite is called directly, since a reader that boxes each value costs more than the work itself.
/// </summary>
public static class ShapeStream
{
    private const int Chunk = 4096;

    /// <summary>The rows of a query with two columns, an identity and a GeoPackage geometry, in the query's order. Rows without a shape are left out.</summary>
    /// <param name="connection">An open connection, not used for anything else until the reading ends.</param>
    /// <param name="sql">The query.</param>
    /// <param name="values">Texts for the parameters <c>$1, $2, …</c></param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StoreException">STORE_CORRUPT: a shape is no GeoPackage geometry; STORE_FAILED: the query fails.</exception>
    public static IEnumerable<IReadOnlyList<ParcelOutline>> Read(
        SqliteConnection connection, string sql, IReadOnlyList<string> values, CancellationToken cancellation)
    {
        var code = raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement);
        using (statement)
        {
            Check(connection, code);
            for (var i = 0; i < values.Count; i++) Check(connection, raw.sqlite3_bind_text(statement, i + 1, values[i]));
            var chunk = new List<ParcelOutline>(Chunk);
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                if (One(statement) is not { } outline) continue;
                chunk.Add(outline);
                if (chunk.Count < Chunk) continue;
                cancellation.ThrowIfCancellationRequested();
                yield return chunk;
                chunk = new(Chunk);
            }

            if (code != raw.SQLITE_DONE) Check(connection, code);
            if (chunk.Count > 0) yield return chunk;
        }
    }

    /// <summary>The well-known binary inside a GeoPackage geometry.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: not such a geometry.</exception>
    public static ReadOnlySpan<byte> Wkb(ReadOnlySpan<byte> geometry)
    {
        if (geometry.Length < 8 || geometry[0] != 'G' || geometry[1] != 'P') throw Corrupt(geometry.Length);
        var start = ((geometry[3] >> 1) & 7) switch { 0 => 8, 1 => 40, 2 or 3 => 56, 4 => 72, _ => int.MaxValue };
        return start <= geometry.Length ? geometry[start..] : throw Corrupt(geometry.Length);
    }

    private static ParcelOutline? One(sqlite3_stmt statement)
    {
        var geometry = raw.sqlite3_column_blob(statement, 1);
        return geometry.Length == 0 ? null : new(raw.sqlite3_column_text(statement, 0).utf8_to_string(), Wkb(geometry).ToArray());
    }

    private static void Check(SqliteConnection connection, int code)
    {
        if (code != raw.SQLITE_OK) throw new StoreException("STORE_FAILED", $"读取图形失败：{raw.sqlite3_errmsg(connection.Handle).utf8_to_string()}。");
    }

    private static StoreException Corrupt(int length) => new("STORE_CORRUPT", $"图形数据无法读取（{length} 字节）。请检查是否被其他程序改动，必要时从备份恢复。");
}
