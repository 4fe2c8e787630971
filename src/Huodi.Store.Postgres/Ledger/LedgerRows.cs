using System.Buffers.Binary;
using System.Globalization;
using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Rows of <c>ledger_entry</c> and <c>ledger_head</c>.</summary>
internal static class LedgerRows
{
    public const string SelectHead = "SELECT entries, hash, recorded_at FROM ledger_head";

    public const string Select = "SELECT " + Columns + " FROM ledger_entry";

    public const string Copy = "COPY ledger_entry (" + Columns + ") FROM STDIN (FORMAT BINARY)";

    private const string Columns =
        "number, subject_kind, subject_id, kind, happened, recorded_at, recorded_by, document, document_hash, payload, supersedes, reason, hash";

    private const int Cells = 13;
    private static readonly DateTime Origin = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The entries that fulfil a condition, in no order.</summary>
    public static string CopyOut(string condition) => $"COPY (SELECT {Columns} FROM ledger_entry WHERE {condition}) TO STDOUT (FORMAT BINARY)";

    /// <summary>A reader of the cells of copied rows.</summary>
    public static CopiedRow Row() => new(Cells);

    /// <summary>The part of a copied row that names the subject: the same bytes are the same subject.</summary>
    public static ReadOnlySpan<byte> SubjectOf(ReadOnlySpan<byte> row)
    {
        var kind = sizeof(short) + sizeof(int) + sizeof(long); // behind the number
        var id = kind + sizeof(int) + BinaryPrimitives.ReadInt32BigEndian(row[kind..]);
        return row[kind..(id + sizeof(int) + BinaryPrimitives.ReadInt32BigEndian(row[id..]))];
    }

    public static LedgerNote Note(CopiedRow r) => new(r.Number(0), r.IsNull(10) ? 0 : r.Number(10), Day(r), "", r[9]);

    /// <summary>The whole entry of a copied row.</summary>
    public static LedgerEntry Entry(ReadOnlyMemory<byte> row)
    {
        var r = Row().Take(row);
        return new LedgerRow(
            r.Number(0),
            r.Text(1) ?? "",
            r.Text(2) ?? "",
            r.Text(3) ?? "",
            Day(r).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Moment(new DateTimeOffset(Origin.AddTicks(r.Number(5) * TimeSpan.TicksPerMicrosecond))),
            r.Text(6) ?? "",
            r.Text(7) ?? "",
            r.Text(8),
            r.Text(9) ?? "",
            r.IsNull(10) ? null : r.Number(10),
            r.Text(11),
            Convert.ToHexStringLower(r[12].Span)).ToEntry();
    }

    public static LedgerEntry Entry(NpgsqlDataReader r) => new LedgerRow(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.GetFieldValue<DateOnly>(4).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Moment(r, 5),
        r.GetString(6),
        r.GetString(7),
        r.IsDBNull(8) ? null : r.GetString(8),
        r.GetString(9),
        r.IsDBNull(10) ? null : r.GetInt64(10),
        r.IsDBNull(11) ? null : r.GetString(11),
        Hash(r, 12)).ToEntry();

    public static LedgerHead Head(NpgsqlDataReader r) => new(r.GetInt64(0), Hash(r, 1), LedgerRow.Moment(Moment(r, 2)));

    public static async Task WriteAsync(NpgsqlBinaryImporter copy, LedgerEntry entry, CancellationToken cancellation)
    {
        var row = LedgerRow.Of(entry);
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(row.Number, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(row.SubjectKind, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(row.SubjectId, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(row.Kind, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(entry.Happened, NpgsqlDbType.Date, cancellation);
        await copy.WriteAsync(entry.Recorded.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
        await copy.WriteAsync(row.By, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(row.Document, NpgsqlDbType.Text, cancellation);
        await TextAsync(copy, row.DocumentHash, cancellation);
        await copy.WriteAsync(row.Payload, NpgsqlDbType.Text, cancellation);
        if (row.Supersedes is { } number) await copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellation);
        else await copy.WriteNullAsync(cancellation);
        await TextAsync(copy, row.Reason, cancellation);
        await copy.WriteAsync(Convert.FromHexString(row.Hash), NpgsqlDbType.Bytea, cancellation);
    }

    private static Task TextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellation) =>
        text is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);

    private static string Moment(NpgsqlDataReader r, int column) => Moment(r.GetFieldValue<DateTimeOffset>(column));

    private static string Moment(DateTimeOffset moment)
    {
        // The server counts microseconds; a ledger writes whole milliseconds, so anything finer was put in by somebody else.
        return moment.Ticks % TimeSpan.TicksPerMillisecond == 0
            ? LedgerRow.Moment(moment)
            : throw new StoreException("STORE_CORRUPT", $"台账的登记时间 {moment:O} 不是台账写入的，可能被改动，请从备份恢复。");
    }

    private static DateOnly Day(CopiedRow r) => DateOnly.FromDateTime(Origin).DayNumber + (long)r.Short(4) is >= 0 and var day && day <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber((int)day)
        : throw new StoreException("STORE_CORRUPT", $"第 {r.Number(0)} 条登记的发生日期不是台账写入的，可能被改动，请从备份恢复。");

    private static string Hash(NpgsqlDataReader r, int column) => Convert.ToHexStringLower(r.GetFieldValue<byte[]>(column));
}
