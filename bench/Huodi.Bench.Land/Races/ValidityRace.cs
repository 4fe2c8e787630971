using Huodi.Domain.Quality;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Valid;

namespace Huodi.Bench.Land.Races;

/// <summary>
/// Validity of every parcel. Huodi: from opening the GeoPackage to the count of invalid shapes; what cannot be proved valid from its bytes is put to
/// the general check. Peer: <c>count(*) WHERE NOT ST_IsValid(geom)</c> over the loaded table.
/// </summary>
internal static class ValidityRace
{
    private const int Rounds = 3;

    public static int Run(string city, TextWriter to)
    {
        using var peer = PostgisPeer.Start(city, "parcel");
        if (peer is null) return AreaRace.Missing(to);
        const string Invalid = "SELECT count(*) FROM parcel WHERE NOT ST_IsValid(geom)";
        var found = Count(city, 2, out var doubtful);
        var other = peer.Read("SELECT 1, (" + Invalid + ")::float8").Single().Value;
        to.WriteLine($"{found} invalid by Huodi, {other} by PostGIS; {doubtful} put to the general check");
        if (found != (long)other) throw new InvalidOperationException("The counts differ.");

        var (ours, one, theirs) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(AreaRace.Timed(() => Count(city, 2, out _)));
            one.Add(AreaRace.Timed(() => Count(city, 1, out _)));
            theirs.Add(peer.Execute(Invalid));
        }

        var (mine, single, peers) = (AreaRace.Median(ours), AreaRace.Median(one), AreaRace.Median(theirs));
        to.WriteLine($"Huodi, 2 threads: {mine:0.000} s; 1 thread: {single:0.000} s; PostGIS (2 workers and leader): {peers:0.00} s");
        to.WriteLine($"ratio {peers / mine:0.0} on two threads, {peers / single:0.0} on one");
        return 0;
    }

    private static long Count(string city, int threads, out long doubtful)
    {
        long last;
        using (var connection = ParallelScan.Open(city)) last = ParallelScan.Number(connection, "SELECT max(fid) FROM parcel");
        var (invalid, doubts) = (new long[threads], new long[threads]);
        ParallelScan.Run(city, "parcel", threads, last, (thread, _, wkb) =>
        {
            if (PlainWkb.IsSurelyValid(wkb)) return;
            doubts[thread]++;
            if (!new IsValidOp(new WKBReader().Read(wkb.ToArray())).IsValid) invalid[thread]++;
        });
        doubtful = doubts.Sum();
        return invalid.Sum();
    }
}
