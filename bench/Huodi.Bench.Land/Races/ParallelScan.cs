using Huodi.Store.GeoPackage.Shapes;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huodi.Bench.Land.Races;

/// <summary>Visits every shape of a layer, each thread its range of row numbers through its own connection. Shapes are not copied.</summary>
internal static class ParallelScan
{
    public delegate void Visitor(int thread, long row, ReadOnlySpan<byte> wkb);

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var map = connection.CreateCommand();
        map.CommandText = "PRAGMA mmap_size=8589934592";
        _ = map.ExecuteNonQuery();
        return connection;
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!; // a count or a greatest row, never null here
    }

    public static void Run(string path, string table, int threads, long last, Visitor visit)
    {
        var workers = Enumerable.Range(0, threads).Select(t => new Thread(() => Range(path, table, (last * t / threads) + 1, last * (t + 1) / threads, t, visit))).ToList();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
    }

    private static void Range(string path, string table, long from, long to, int thread, Visitor visit)
    {
        using var connection = Open(path);
        _ = raw.sqlite3_prepare_v2(connection.Handle, $"SELECT fid, geom FROM {table} WHERE fid BETWEEN {from} AND {to}", out var statement);
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                visit(thread, raw.sqlite3_column_int64(statement, 0), ShapeStream.Wkb(raw.sqlite3_column_blob(statement, 1)));
            }
        }
    }
}
