using System.Diagnostics;
using Huodi.Bench.Land.Races;

namespace Huodi.Bench.Land.Ledgers;

/// <summary>The whole measurement: the city on both stores, the daily run and single answers, each step in a process of its own.</summary>
internal static class LedgerTable
{
    private const string Settings = "-c shared_buffers=1GB -c work_mem=64MB -c maintenance_work_mem=512MB -c effective_cache_size=12GB -c max_wal_size=8GB -c random_page_cost=1.1 -c jit=off";

    /// <param name="folder">Where the file is put; it is removed afterwards.</param>
    /// <param name="grants">How many grants.</param>
    /// <param name="to">Where the table goes.</param>
    public static int Run(string folder, int grants, TextWriter to)
    {
        var file = Path.Combine(folder, "ledger-bench.gpkg");
        Remove(file);
        to.WriteLine("== GeoPackage");
        var failed = Steps(file, grants, null, to);
        to.WriteLine($"file: {new FileInfo(file).Length / 1048576} MiB");
        Remove(file);
        using var cluster = ServerCluster.Start(Settings);
        if (cluster is null)
        {
            to.WriteLine("== PostgreSQL is not here, skipped");
            return failed;
        }

        to.WriteLine("== PostgreSQL");
        return failed | Steps(cluster.Connection, grants, cluster, to);
    }

    private static int Steps(string store, int grants, ServerCluster? cluster, TextWriter to)
    {
        var failed = 0;
        foreach (var step in (string[][])[["ledger-city", store, $"{grants}"], ["ledger-readings", store], ["ledger-daily", store], ["ledger-parcel", store]])
        {
            if (step[0] == "ledger-readings" && cluster is not null) Vacuum(cluster);
            var (watch, before) = (Stopwatch.StartNew(), cluster?.ProcessorSeconds() ?? 0);
            using var process = Process.Start(Environment.ProcessPath ?? "dotnet", step);
            process.WaitForExit();
            failed |= process.ExitCode;
            var server = cluster is null ? "" : $", server {cluster.ProcessorSeconds() - before:0.0} s of processor time";
            to.WriteLine($"   ({step[0]}: {watch.Elapsed.TotalSeconds:0.0} s in all{server})");
        }

        return failed;
    }

    /// <summary>What the server would do by itself in the night after such a load.</summary>
    private static void Vacuum(ServerCluster cluster)
    {
        using var connection = new Npgsql.NpgsqlConnection($"{cluster.Connection};Pooling=false;Command Timeout=0");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand("VACUUM ANALYZE ledger_entry", connection);
        _ = command.ExecuteNonQuery();
    }

    private static void Remove(string file)
    {
        foreach (var ending in (string[])["", "-wal", "-shm"]) File.Delete(file + ending);
    }
}
