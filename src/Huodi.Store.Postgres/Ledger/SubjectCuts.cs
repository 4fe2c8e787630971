using System.Globalization;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>
/// Cuts all subjects into ranges of about as many entries, in the order of the subjects. The pages of the ledger lie in the order of
/// recording: to read them through once for each range costs far less than to fetch each entry of a subject from a page of its own.
/// </summary>
internal static class SubjectCuts
{
    /// <summary>The planner takes an index for cheaper than it is when pages have to be fetched from the system; other processors are left to others.</summary>
    public const string Plan = "SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL max_parallel_workers_per_gather = 0";

    private const long Sampled = 20_000;

    /// <summary>The conditions of the ranges, at least one.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="upTo">The number of the last entry that is asked for.</param>
    /// <param name="entriesOfRange">About how many entries a range has.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<string>> ConditionsAsync(NpgsqlConnection connection, long upTo, long entriesOfRange, CancellationToken cancellation)
    {
        var bound = string.Create(CultureInfo.InvariantCulture, $"number <= {upTo}");
        var entries = Math.Min(upTo, await connection.NumberAsync("SELECT entries FROM ledger_head", [], cancellation));
        var cuts = entries <= entriesOfRange ? [] : await CutsAsync(connection, entries, entriesOfRange, cancellation);
        return
        [
            .. cuts.Prepend(null).Zip(cuts.Append(null), (from, to) =>
                $"{bound}{(from is null ? "" : $" AND (subject_kind, subject_id) >= {from}")}{(to is null ? "" : $" AND (subject_kind, subject_id) < {to}")}"),
        ];
    }

    private static async Task<IReadOnlyList<string?>> CutsAsync(NpgsqlConnection connection, long entries, long entriesOfRange, CancellationToken cancellation)
    {
        // The server writes the literals, so that a cut means to it just what it meant here.
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT format('(%L,%L)', subject_kind, subject_id) FROM ledger_entry TABLESAMPLE SYSTEM ({Math.Min(100, 100.0 * Sampled / entries)}) REPEATABLE (0) ORDER BY subject_kind, subject_id");
        var sample = await connection.ListAsync(sql, [], async (r, c) => (r.GetString(0), await r.ReadAsync(c)), cancellation);
        var ranges = (int)((entries + entriesOfRange - 1) / entriesOfRange);
        return [.. Enumerable.Range(1, ranges - 1).Select(n => sample[(int)((long)n * sample.Count / ranges)]).Distinct(StringComparer.Ordinal)];
    }
}
