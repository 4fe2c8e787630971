using System.Diagnostics;
using Huodi.Domain.Geodesy;

namespace Huodi.Bench.Land.Races;

/// <summary>
/// Ellipsoidal area of every parcel. Huodi: from opening the GeoPackage to the sum, each figure kept by its row. Peer: <c>sum(ST_Area(geom::geography))</c> over
/// the loaded table; nothing but the sum leaves the server.
/// </summary>
internal static class AreaRace
{
    private const int Rounds = 3;

    // A geodesic edge bends off from a straight one; see EllipsoidalArea.
    private const double Apart = 0.01;

    public static int Run(string city, TextWriter to)
    {
        using var peer = PostgisPeer.Start(city, "parcel");
        if (peer is null) return Missing(to);
        var areas = Areas(city, 2);
        var (largest, relative) = Compare(areas, peer);
        to.WriteLine($"{areas.Length - 1} parcels; against ST_Area(geography): largest difference {largest:0.0000} m2, {relative:0.0E+0} of the area");
        if (largest > Apart) throw new InvalidOperationException("The areas differ.");

        var (ours, one, theirs, mineBusy, theirsBusy) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            ours.Add(Timed(() => Areas(city, 2)));
            mineBusy.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            one.Add(Timed(() => Areas(city, 1)));
            var busy = peer.ProcessorSeconds();
            theirs.Add(peer.Execute("SELECT sum(ST_Area(geom::geography)) FROM parcel"));
            theirsBusy.Add(peer.ProcessorSeconds() - busy);
        }

        var (mine, single, other) = (Median(ours), Median(one), Median(theirs));
        to.WriteLine($"by the clock: Huodi, 2 threads {mine:0.000} s, 1 thread {single:0.000} s; PostGIS, leader and 2 workers {other:0.00} s; ratio {other / mine:0.0}, {other / single:0.0}");
        to.WriteLine($"by processor time: Huodi {Median(mineBusy):0.000} s; PostGIS {Median(theirsBusy):0.00} s; ratio {Median(theirsBusy) / Median(mineBusy):0.0}");
        return 0;
    }

    public static int Missing(TextWriter to)
    {
        to.WriteLine("skipped: needs PostgreSQL with PostGIS and ogr2ogr (apt-get install postgresql-15-postgis-3 gdal-bin)");
        return 0;
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    public static double Timed(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static double[] Areas(string city, int threads)
    {
        long last;
        using (var connection = ParallelScan.Open(city)) last = ParallelScan.Number(connection, "SELECT max(fid) FROM parcel");
        var areas = new double[last + 1];
        ParallelScan.Run(city, "parcel", threads, last, (_, row, wkb) => areas[row] = EllipsoidalArea.OfWkb(wkb));
        return areas.Sum() > 0 ? areas : throw new InvalidOperationException("No parcels.");
    }

    private static (double Largest, double Relative) Compare(double[] areas, PostgisPeer peer)
    {
        var (largest, relative, rows) = (0.0, 0.0, 0);
        foreach (var (row, area) in peer.Read("SELECT fid, ST_Area(geom::geography) FROM parcel"))
        {
            var difference = Math.Abs(areas[row] - area);
            (largest, relative) = (Math.Max(largest, difference), Math.Max(relative, difference / area));
            rows++;
        }

        return rows == areas.Length - 1 ? (largest, relative) : throw new InvalidOperationException("The peer has other parcels.");
    }
}
