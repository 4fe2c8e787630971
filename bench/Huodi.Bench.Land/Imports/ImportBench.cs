using System.Diagnostics;
using System.Globalization;
using Huodi.Cli;
using Microsoft.Data.Sqlite;

namespace Huodi.Bench.Land.Imports;

/// <summary>
/// A city into the land database against <c>ogr2ogr</c>, which only copies it, in turns; both write a file with an R-tree. Rows and
/// areas are compared before a figure is told.
/// </summary>
internal static class ImportBench
{
    private const int Rounds = 3;

    public static int Run(string city, string folder, string? server)
    {
        var districts = Path.GetFullPath("samples/boundaries/hefei.geojson");
        if (!File.Exists(districts)) throw new FileNotFoundException("Run it from the checkout: the districts are in samples/.", districts);
        _ = Directory.CreateDirectory(folder);
        var (mine, theirs) = (Path.Combine(folder, "huodi.gpkg"), Path.Combine(folder, "ogr.gpkg"));
        var (ours, peers) = (new List<Spent>(), new List<Spent>());
        for (var round = 0; round < Rounds; round++)
        {
            peers.Add(Clean(theirs, () => Spend("ogr2ogr", "-f", "GPKG", theirs, city, "parcel")));
            ours.Add(Clean(mine, () => Import(city, mine, districts)));
        }

        Same(mine, theirs, city);
        Write("ogr2ogr GPKG→GPKG, copy only (peer)", peers, peers);
        Write("read, check, measure, store (GeoPackage)", ours, peers);
        if (server is not null) Write("the same into PostgreSQL (processor time without the server's)", [Import(city, server, districts)], peers);
        return 0;
    }

    /// <summary>Row counts equal; registered areas add up to the same, to the cent; measured areas agree with what SQLite reads of the bounds.</summary>
    private static void Same(string mine, string theirs, string city)
    {
        var rows = (Number(mine, "SELECT count(*) FROM parcel"), Number(theirs, "SELECT count(*) FROM parcel"), Number(city, "SELECT count(*) FROM parcel"));
        var areas = (Number(mine, "SELECT sum(area_hundredths) FROM parcel"), Number(theirs, "SELECT sum(CAST(round(ZDMJ * 100) AS INTEGER)) FROM parcel"));
        var index = (Number(mine, "SELECT count(*) FROM rtree_parcel_geom"), Number(theirs, "SELECT count(*) FROM rtree_parcel_geom"));
        Console.WriteLine($"rows {rows}, registered area in 0.01 m² {areas}, measured {Number(mine, "SELECT sum(measured_hundredths) FROM parcel")}, index entries {index}");
        if (rows.Item1 != rows.Item2 || rows.Item1 != rows.Item3 || areas.Item1 != areas.Item2 || index.Item1 != index.Item2)
            throw new InvalidOperationException("The results differ; nothing is told.");
    }

    /// <summary>The number that the statement selects.</summary>
    public static long Number(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Districts first, as a city has them; only the parcels are timed.</summary>
    private static Spent Import(string city, string store, string districts)
    {
        var none = CancellationToken.None;
        var host = new CliHost(TextWriter.Null, Console.Error, TimeProvider.System);
        var code = HuodiCli.RunAsync(["import", districts, "--as", "districts", "--store", store], host, none).GetAwaiter().GetResult();
        if (code != 0) throw new InvalidOperationException("The districts were not taken.");
        return Spend(Environment.ProcessPath!, "import-once", city, store); // A running program has a path.
    }

    /// <summary>Removes a store.</summary>
    public static void Clean(string path)
    {
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(path + end);
    }

    /// <summary>Starts a program, this one too.</summary>
    public static Process Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program);
        if (program == Environment.ProcessPath && Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(typeof(ImportBench).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static Spent Clean(string path, Func<Spent> run)
    {
        Clean(path);
        return run();
    }

    /// <summary>Runs a program and gives its time by the clock and its greatest memory.</summary>
    private static Spent Spend(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(program, arguments);
        var (memory, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                memory = Math.Max(memory, process.PeakWorkingSet64);
                processor = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                // It ended between the two.
            }
        }

        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        return new Spent(clock.Elapsed, processor, memory);
    }

    private static void Write(string name, List<Spent> runs, List<Spent> peers)
    {
        var (wall, peer) = (Median(runs, s => s.Wall.TotalSeconds), Median(peers, s => s.Wall.TotalSeconds));
        var (processor, peerProcessor) = (Median(runs, s => s.Processor.TotalSeconds), Median(peers, s => s.Processor.TotalSeconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {wall:0.0} s | {wall / peer:0.00} | {processor:0.0} s | {processor / peerProcessor:0.00} | {runs.Max(s => s.Memory) >> 20} MiB |"));
    }

    private static double Median(List<Spent> runs, Func<Spent, double> pick) => runs.Select(pick).Order().ElementAt(runs.Count / 2);

    private readonly record struct Spent(TimeSpan Wall, TimeSpan Processor, long Memory);
}
