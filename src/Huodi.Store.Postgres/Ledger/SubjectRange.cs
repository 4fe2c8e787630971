using System.Globalization;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>A range of subjects whose entries are in memory together, and the cuts within it.</summary>
/// <param name="Condition">What its entries fulfil.</param>
/// <param name="Cuts">The cuts between the pieces that are put together by themselves, in order.</param>
internal sealed record SubjectRange(string Condition, IReadOnlyList<SubjectCut> Cuts)
{
    /// <summary>
    /// The pages of the ledger lie in the order of recording: to read them through costs far less than to fetch each entry of a subject
    /// from a page of its own, and the planner takes an index for cheaper than it is when pages have to be fetched from the system. Other
    /// processors are left to others. The beginning is the beginning, whoever else reads the pages just now.
    /// </summary>
    public const string Plan = """
        SET LOCAL jit = off; SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off
        """;

    private const int PiecesOfRange = 64;

    /// <summary>The ranges, at least one, in the order of the subjects.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="upTo">The number of the last entry that is asked for.</param>
    /// <param name="entriesOfRange">About how many entries a range has.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<SubjectRange>> AllAsync(NpgsqlConnection connection, long upTo, long entriesOfRange, CancellationToken cancellation)
    {
        var entries = Math.Min(upTo, await connection.NumberAsync("SELECT entries FROM ledger_head", [], cancellation));
        var cuts = await SubjectCut.CutsAsync(connection, entries, Math.Max(1, entriesOfRange / PiecesOfRange), cancellation);
        var ranges = (int)Math.Clamp((entries + entriesOfRange - 1) / entriesOfRange, 1, cuts.Count + 1);
        var ends = Enumerable.Range(0, ranges + 1).Select(n => (int)((long)n * (cuts.Count + 1) / ranges)).ToList();
        return [.. ends.Zip(ends.Skip(1), (from, to) => Between(upTo, cuts, from, to))];
    }

    private static SubjectRange Between(long upTo, IReadOnlyList<SubjectCut> cuts, int from, int to)
    {
        var condition = string.Create(CultureInfo.InvariantCulture, $"number <= {upTo}");
        if (from > 0) condition += $" AND (subject_kind, subject_id) >= {cuts[from - 1].Literal}";
        if (to <= cuts.Count) condition += $" AND (subject_kind, subject_id) < {cuts[to - 1].Literal}";
        return new(condition, [.. cuts.Take(to - 1).Skip(from)]);
    }
}
