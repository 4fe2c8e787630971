using System.Globalization;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>A place between subjects: before it those whose kind and identity, by code point, come before its own.</summary>
/// <param name="Kind">Kind, UTF-8.</param>
/// <param name="Id">Identity, UTF-8.</param>
/// <param name="Literal">Both as the server writes them, so that the cut means to it just what it means here.</param>
internal sealed record SubjectCut(byte[] Kind, byte[] Id, string Literal)
{
    private const long Sampled = 20_000;

    /// <summary>Cuts all subjects into pieces of about as many entries, by a sample of the pages.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="entries">How many entries there are.</param>
    /// <param name="entriesOfPiece">About how many entries a piece has.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<SubjectCut>> CutsAsync(NpgsqlConnection connection, long entries, long entriesOfPiece, CancellationToken cancellation)
    {
        if (entries <= entriesOfPiece) return [];
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT convert_to(subject_kind, 'UTF8'), convert_to(subject_id, 'UTF8'), format('(%L,%L)', subject_kind, subject_id)
            FROM ledger_entry TABLESAMPLE SYSTEM ({Math.Min(100, 100.0 * Sampled / entries)}) REPEATABLE (0) ORDER BY subject_kind, subject_id
            """);
        var sample = await connection.ListAsync(
            sql, [], async (r, c) => (new SubjectCut(r.GetFieldValue<byte[]>(0), r.GetFieldValue<byte[]>(1), r.GetString(2)), await r.ReadAsync(c)), cancellation);
        var pieces = (entries + entriesOfPiece - 1) / entriesOfPiece;
        var places = Enumerable.Range(1, (int)Math.Min(pieces, sample.Count) - 1).Select(n => sample[(int)((long)n * sample.Count / Math.Min(pieces, sample.Count))]);
        return [.. places.DistinctBy(c => c.Literal)];
    }

    /// <summary>Whether a subject comes before the cut.</summary>
    public bool IsBehind(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> id) =>
        (kind.SequenceCompareTo(Kind) is var order and not 0 ? order : id.SequenceCompareTo(Id)) < 0;
}
