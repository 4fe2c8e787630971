using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Ledger;

/// <summary>Rows of <c>ledger_entry</c> and <c>ledger_head</c>.</summary>
internal static class LedgerRows
{
    public const string SelectHead = "SELECT entries, hash, recorded_at FROM ledger_head";

    public const string Select = """
        SELECT number, subject_kind, subject_id, kind, happened, recorded_at, recorded_by, document, document_hash, payload, supersedes, reason, hash
        FROM ledger_entry
        """;

    public const string Insert = "INSERT INTO ledger_entry VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    public static LedgerEntry Entry(SqliteDataReader r) => new LedgerRow(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.GetString(4),
        r.GetString(5),
        r.GetString(6),
        r.GetString(7),
        r.IsDBNull(8) ? null : r.GetString(8),
        r.GetString(9),
        r.IsDBNull(10) ? null : r.GetInt64(10),
        r.IsDBNull(11) ? null : r.GetString(11),
        Hash(r, 12)).ToEntry();

    public static LedgerHead Head(SqliteDataReader r) => new(r.GetInt64(0), Hash(r, 1), LedgerRow.Moment(r.GetString(2)));

    /// <summary>A new cell for each value: the columns of <see cref="Insert"/>.</summary>
    public static object?[] Values(LedgerEntry entry)
    {
        var row = LedgerRow.Of(entry);
        return
        [
            row.Number, row.SubjectKind, row.SubjectId, row.Kind, row.Happened, row.Recorded, row.By, row.Document, row.DocumentHash, row.Payload,
            row.Supersedes, row.Reason, Convert.FromHexString(row.Hash),
        ];
    }

    private static string Hash(SqliteDataReader r, int column) => Convert.ToHexStringLower(r.GetFieldValue<byte[]>(column));
}
