using System.Diagnostics;
using Npgsql;

namespace Huodi.Bench.Land.Races;

/// <summary>
/// The peer: PostgreSQL with PostGIS in a cluster of its own below the temporary folder, with memory and workers to use both cores,
/// the city loaded by ogr2ogr with its spatial indexes, vacuumed and analysed. Loading is not timed.
/// </summary>
internal sealed class PostgisPeer : IDisposable
{
    private const string Settings = "-c fsync=off -c shared_buffers=2GB -c work_mem=128MB -c maintenance_work_mem=512MB -c effective_cache_size=12GB "
        + "-c max_wal_size=8GB -c random_page_cost=1.1 -c max_worker_processes=8 -c max_parallel_workers=2 -c max_parallel_workers_per_gather=2 -c jit=off";

    private readonly ServerCluster _cluster;
    private readonly NpgsqlConnection _connection;

    private PostgisPeer(ServerCluster cluster, NpgsqlConnection connection) => (_cluster, _connection) = (cluster, connection);

    /// <summary>Starts it and loads layers of a GeoPackage; null where PostgreSQL, PostGIS or ogr2ogr is missing.</summary>
    public static PostgisPeer? Start(string city, params string[] layers)
    {
        if (!File.Exists("/usr/bin/ogr2ogr") || ServerCluster.Start(Settings) is not { } cluster) return null;
        var connection = new NpgsqlConnection($"{cluster.Connection};Pooling=false;Command Timeout=0");
        connection.Open();
        var peer = new PostgisPeer(cluster, connection);
        try
        {
            peer.Load(Path.GetFullPath(city), layers);
            return peer;
        }
        catch
        {
            peer.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement and gives the seconds it took.</summary>
    public double Execute(string sql)
    {
        var watch = Stopwatch.StartNew();
        using var command = new NpgsqlCommand(sql, _connection);
        _ = command.ExecuteNonQuery();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Processor seconds of the whole cluster so far: the server's own, those of its children that ended, and those that live.</summary>
    public double ProcessorSeconds() => _cluster.ProcessorSeconds();

    /// <summary>Numbers by row.</summary>
    public IEnumerable<(int Row, double Value)> Read(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return (reader.GetInt32(0), reader.GetDouble(1));
    }

    public void Dispose()
    {
        _connection.Dispose();
        _cluster.Dispose();
    }

    private void Load(string city, string[] layers)
    {
        _ = Execute("CREATE EXTENSION postgis");
        string[] options = ["-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid", "--config", "PG_USE_COPY", "YES", "-q"];
        ServerCluster.Run("ogr2ogr", ["-f", "PostgreSQL", $"PG:host={_cluster.Folder} user=huodi dbname=postgres", city, .. layers, .. options]);
        foreach (var layer in layers) _ = Execute($"VACUUM ANALYZE {layer}");
    }
}
