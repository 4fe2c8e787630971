using System.Globalization;
using Huodi.Domain.Overlays;
using Huodi.Store.GeoPackage.Shapes;

namespace Huodi.Bench.Land.Races;

/// <summary>
/// Overlap of every parcel with three control layers. Huodi: from opening the GeoPackage to every overlap in memory, in square metres.
/// Peer: one row a touched parcel into an unlogged table, from loaded and indexed tables, in several forms, the last of which gives
/// square metres and is compared row by row. The two take turns.
/// </summary>
internal static class OverlayRace
{
    private const double Apart = 0.01;
    private const double Least = 0.005;

    // Cylindrical equal-area on the ellipsoid of CGCS2000: a plane area there is the survey's ellipsoidal area.
    private const string EqualArea = "INSERT INTO spatial_ref_sys (srid, proj4text) VALUES (990001, '+proj=cea +lat_ts=0 +lon_0=117 +ellps=GRS80 +units=m +no_defs')";

    private static readonly (string Name, string Sql)[] Forms =
    [
        ("parcels outer, plain, degrees", "SELECT p.fid, sum(ST_Area(ST_Intersection(p.geom, c.geom))) a FROM parcel p JOIN {0} c ON ST_Intersects(p.geom, c.geom) GROUP BY p.fid"),
        ("covered short cut, degrees", "SELECT p.fid, sum(CASE WHEN ST_Covers(c.geom, p.geom) THEN ST_Area(p.geom) ELSE ST_Area(ST_Intersection(p.geom, c.geom)) END) a FROM {0} c JOIN parcel p ON ST_Intersects(c.geom, p.geom) GROUP BY p.fid"),
        ("covered short cut, square metres", "SELECT p.fid, sum(ST_Area(ST_Transform(CASE WHEN ST_Covers(c.geom, p.geom) THEN p.geom ELSE ST_Intersection(p.geom, c.geom) END, 990001))) a FROM {0} c JOIN parcel p ON ST_Intersects(c.geom, p.geom) GROUP BY p.fid"),
    ];

    public static int Run(string city, bool alongEdges, TextWriter to)
    {
        string[] layers = alongEdges ? ["pbf_edge", "redline_edge", "urban_edge"] : ["pbf", "redline", "urban"];
        using var peer = PostgisPeer.Start(city, ["parcel", .. layers]);
        if (peer is null) return AreaRace.Missing(to);
        _ = peer.Execute(EqualArea);
        var found = Overlay(city, layers, 2, out var areas);
        var (ours, mineBusy, theirs, theirsBusy) = (new List<double>(), new List<double>(), new double[Forms.Length], new double[Forms.Length]);
        for (var f = 0; f < Forms.Length; f++)
        {
            var busy = peer.ProcessorSeconds();
            theirs[f] = Peer(peer, layers, f);
            theirsBusy[f] = peer.ProcessorSeconds() - busy;
            to.WriteLine($"PostGIS, {Forms[f].Name}: {theirs[f]:0.00} s by the clock, {theirsBusy[f]:0.00} s of processors");
            var before = Environment.CpuUsage.TotalTime;
            ours.Add(AreaRace.Timed(() => Overlay(city, layers, 2, out _)));
            mineBusy.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        Compare(found, layers, peer, areas, to);
        var (mine, best, metres) = (AreaRace.Median(ours), theirs.Min(), theirs[^1]);
        to.WriteLine($"Huodi, 2 threads: {mine:0.00} s; ratio to the fastest form {best / mine:0.0}, to square metres {metres / mine:0.0}");
        var work = AreaRace.Median(mineBusy);
        to.WriteLine($"by processor time: {work:0.00} s; ratio to the cheapest form {theirsBusy.Min() / work:0.0}, to square metres {theirsBusy[^1] / work:0.0}");
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        to.WriteLine($"largest working set of this process: {process.PeakWorkingSet64 >> 20} MiB");
        return 0;
    }

    /// <summary>From opening the file to the overlaps by row and layer.</summary>
    private static Dictionary<int, double>[] Overlay(string city, string[] layers, int threads, out double total)
    {
        using var connection = ParallelScan.Open(city);
        var controls = layers.Select(l => ControlLayer.Build(l, Shapes(connection, l).SelectMany(c => c).Select(s => s.Wkb))).ToList();
        var found = layers.Select(_ => new Dictionary<int, double>()).ToArray();
        total = 0;
        foreach (var chunk in new BulkOverlay(controls) { Threads = threads }.Measure(Shapes(connection, "parcel"), CancellationToken.None))
        {
            total += chunk.SquareMetres;
            foreach (var overlap in chunk.Overlaps) found[overlap.Layer][int.Parse(overlap.Parcel, CultureInfo.InvariantCulture)] = overlap.Measure.SquareMetres;
        }

        return found;
    }

    private static IEnumerable<IReadOnlyList<ParcelOutline>> Shapes(Microsoft.Data.Sqlite.SqliteConnection connection, string table) =>
        ShapeStream.Read(connection, $"SELECT fid, geom FROM {table}", [], CancellationToken.None);

    private static double Peer(PostgisPeer peer, string[] layers, int form)
    {
        var seconds = 0.0;
        foreach (var layer in layers)
        {
            _ = peer.Execute($"DROP TABLE IF EXISTS ov_{layer}");
            seconds += peer.Execute($"CREATE UNLOGGED TABLE ov_{layer} AS " + string.Format(CultureInfo.InvariantCulture, Forms[form].Sql, layer));
        }

        return seconds;
    }

    private static void Compare(Dictionary<int, double>[] found, string[] layers, PostgisPeer peer, double areas, TextWriter to)
    {
        to.WriteLine($"parcels {areas / 1e6:0.0} km2 in all");
        for (var l = 0; l < layers.Length; l++)
        {
            var (largest, touched, missing) = (0.0, 0, 0);
            var theirs = peer.Read($"SELECT fid, a FROM ov_{layers[l]}").ToDictionary(r => r.Row, r => r.Value);
            foreach (var row in theirs.Keys.Union(found[l].Keys))
            {
                var (mine, other) = (found[l].GetValueOrDefault(row), theirs.GetValueOrDefault(row));
                largest = Math.Max(largest, Math.Abs(mine - other));
                if (other >= Least) touched++;
                if (mine >= Least != other >= Least) missing++;
            }

            to.WriteLine($"{layers[l]}: {touched} parcels touched, {missing} by one only, largest difference {largest:0.000000} m2, {found[l].Values.Sum() / 1e6:0.000} km2");
            if (largest > Apart || missing > 0) throw new InvalidOperationException("The overlaps differ.");
        }
    }
}
