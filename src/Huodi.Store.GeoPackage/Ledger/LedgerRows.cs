using System.Globalization;
using System.Text;
using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Store.GeoPackage.Files;
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

    public static LedgerEntry Entry(SqliteDataReader r) => Written(() => new LedgerRow(
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
        Hash(r, 12)).ToEntry());

    /// <summary>The entries up to a number by subject.</summary>
    public const string SelectUpTo = Select + " WHERE number <= $1 ORDER BY subject_kind, subject_id, number";

    public const int Cells = 13;

    public static LedgerNote Note(RawStatement row, KeptRows r) => new(row.Number(0), row.Number(10), Day(row.Number(0), r[4].Span), "", r[9]);

    /// <summary>The whole entry of a kept row.</summary>
    public static LedgerEntry Entry(ReadOnlyMemory<byte> row) => Written(() =>
    {
        var r = KeptRows.Of(row, Cells);
        return new LedgerRow(
            long.Parse(r[0].Span, CultureInfo.InvariantCulture),
            Text(1) ?? "",
            Text(2) ?? "",
            Text(3) ?? "",
            Text(4) ?? "",
            Text(5) ?? "",
            Text(6) ?? "",
            Text(7) ?? "",
            Text(8),
            Text(9) ?? "",
            r.IsNull(10) ? null : long.Parse(r[10].Span, CultureInfo.InvariantCulture),
            Text(11),
            Convert.ToHexStringLower(r[12].Span)).ToEntry();

        string? Text(int cell) => r.IsNull(cell) ? null : Encoding.UTF8.GetString(r[cell].Span);
    });

    public static LedgerHead Head(SqliteDataReader r) => Written(() => new LedgerHead(r.GetInt64(0), Hash(r, 1), LedgerRow.Moment(r.GetString(2))));

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

    /// <summary>Binds the columns of <see cref="Insert"/>.</summary>
    public static void Bind(RawStatement insert, LedgerEntry entry)
    {
        var row = LedgerRow.Of(entry);
        insert.Bind(1, row.Number);
        insert.Bind(2, row.SubjectKind);
        insert.Bind(3, row.SubjectId);
        insert.Bind(4, row.Kind);
        insert.Bind(5, row.Happened);
        insert.Bind(6, row.Recorded);
        insert.Bind(7, row.By);
        insert.Bind(8, row.Document);
        insert.Bind(9, row.DocumentHash);
        insert.Bind(10, row.Payload);
        insert.Bind(11, row.Supersedes);
        insert.Bind(12, row.Reason);
        insert.BindBytes(13, Convert.FromHexString(row.Hash));
    }

    /// <summary>Reads a row that a ledger wrote. Cells of another type, or of nothing, it never wrote.</summary>
    private static T Written<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            throw new StoreException("STORE_CORRUPT", $"台账的一行无法读取（{e.Message}），台账可能被改动，请从备份恢复。", e);
        }
    }

    private static DateOnly Day(long number, ReadOnlySpan<byte> text) =>
        StatedValue.Day(text) is { } day ? day
            : throw new StoreException("STORE_CORRUPT", $"第 {number} 条登记的发生日“{Encoding.UTF8.GetString(text)}”无法读取，台账可能被改动，请从备份恢复。");

    private static string Hash(SqliteDataReader r, int column) => Convert.ToHexStringLower(r.GetFieldValue<byte[]>(column));
}
