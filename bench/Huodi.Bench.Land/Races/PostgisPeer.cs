using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Huodi.Bench.Land.Races;

/// <summary>
/// The peer: PostgreSQL with PostGIS in a cluster of its own below the temporary folder, with memory and workers to use both cores,
/// the city loaded by ogr2ogr with its spatial indexes, vacuumed and analysed. Loading is not timed.
/// </summary>
internal sealed class PostgisPeer : IDisposable
{
    private const string Settings = "-c listen_addresses='' -c fsync=off -c shared_buffers=2GB -c work_mem=128MB -c maintenance_work_mem=512MB -c effective_cache_size=12GB "
        + "-c max_wal_size=8GB -c random_page_cost=1.1 -c max_worker_processes=8 -c max_parallel_workers=2 -c max_parallel_workers_per_gather=2 -c jit=off";

    private readonly string _folder;
    private readonly string _binaries;
    private readonly NpgsqlConnection _connection;

    private PostgisPeer(string folder, string binaries, NpgsqlConnection connection) => (_folder, _binaries, _connection) = (folder, binaries, connection);

    /// <summary>Starts it and loads layers of a GeoPackage; null where PostgreSQL, PostGIS or ogr2ogr is missing.</summary>
    public static PostgisPeer? Start(string city, params string[] layers)
    {
        if (!Directory.Exists("/usr/lib/postgresql") || !File.Exists("/usr/bin/ogr2ogr")) return null;
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        var folder = Directory.CreateTempSubdirectory("huodi-peer-").FullName;
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", folder);
        RunAsServer($"{binaries}/initdb", "-D", $"{folder}/data", "-U", "huodi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        RunAsServer($"{binaries}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", $"{Settings} -c unix_socket_directories='{folder}'", "start");
        var connection = new NpgsqlConnection($"Host={folder};Username=huodi;Database=postgres;Pooling=false;Command Timeout=0");
        connection.Open();
        var peer = new PostgisPeer(folder, binaries, connection);
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
    public double ProcessorSeconds()
    {
        var server = File.ReadLines($"{_folder}/data/postmaster.pid").First();
        var ticks = 0L;
        foreach (var process in Directory.GetDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            string text;
            try
            {
                text = File.ReadAllText(process + "/stat");
            }
            catch (IOException)
            {
                continue; // it has ended
            }

            // After the name in brackets: state, parent, …, user, system, children's user, children's system.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var isServer = Path.GetFileName(process) == server;
            if (!isServer && fields[1] != server) continue;
            for (var i = 11; i < 15; i++) ticks += long.Parse(fields[i], CultureInfo.InvariantCulture);
        }

        return ticks / 100.0;
    }

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
        RunAsServer($"{_binaries}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private void Load(string city, string[] layers)
    {
        _ = Execute("CREATE EXTENSION postgis");
        string[] options = ["-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid", "--config", "PG_USE_COPY", "YES", "-q"];
        Run("ogr2ogr", ["-f", "PostgreSQL", $"PG:host={_folder} user=huodi dbname=postgres", city, .. layers, .. options]);
        foreach (var layer in layers) _ = Execute($"VACUUM ANALYZE {layer}");
    }

    private static void RunAsServer(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        else Run(program, arguments);
    }

    /// <summary>Output is not redirected: a server would inherit the pipe and hold it open.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!; // a shell always starts
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
