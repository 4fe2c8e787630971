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

    /// <summary>The entries about one subject. Parameters: kind, identity.</summary>
    public const string SelectSubject = Select + " WHERE subject_kind = $1 AND subject_id = $2 ORDER BY number";

    public const string Copy = "COPY ledger_entry (" + Columns + ") FROM STDIN (FORMAT BINARY)";

    private const string Columns =
        "number, subject_kind, subject_id, kind, happened, recorded_at, recorded_by, document, document_hash, payload, supersedes, reason, hash";

    // What facts depend on comes first; whole entries have the rest behind it.
    private const string NoteColumns = "number, subject_kind, subject_id, kind, happened, payload, supersedes";
    private const string RestColumns = "recorded_at, recorded_by, document, document_hash, reason, hash";
    private const int NoteCells = 7;
    private const int Cells = 13;
    private const int NumberAt = sizeof(short) + sizeof(int);
    private const int SubjectAt = NumberAt + sizeof(long);
    private static readonly DateTime Origin = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The entries that fulfil a condition, in no order.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="whole">Whether with what no fact depends on.</param>
    public static string CopyOut(string condition, bool whole) =>
        $"COPY (SELECT {NoteColumns}{(whole ? ", " + RestColumns : "")} FROM ledger_entry WHERE {condition}) TO STDOUT (FORMAT BINARY)";

    /// <summary>A reader of the cells of copied rows, as far as facts depend on them.</summary>
    public static CopiedRow Row() => new(NoteCells);

    /// <summary>The number of a copied row.</summary>
    public static long NumberOf(ReadOnlySpan<byte> row) => BinaryPrimitives.ReadInt64BigEndian(row[NumberAt..]);

    /// <summary>The part of a copied row that names the subject: the same bytes are the same subject.</summary>
    public static ReadOnlySpan<byte> SubjectOf(ReadOnlySpan<byte> row)
    {
        SubjectOf(row, out var kind, out var id);
        return row.Slice(SubjectAt, sizeof(int) + kind.Length + sizeof(int) + id.Length);
    }

    /// <summary>The subject's kind and identity in a copied row.</summary>
    public static void SubjectOf(ReadOnlySpan<byte> row, out ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> id)
    {
        kind = row.Slice(SubjectAt + sizeof(int), BinaryPrimitives.ReadInt32BigEndian(row[SubjectAt..]));
        var behind = row[(SubjectAt + sizeof(int) + kind.Length)..];
        id = behind.Slice(sizeof(int), BinaryPrimitives.ReadInt32BigEndian(behind));
    }

    /// <summary>The subject of a copied row.</summary>
    public static LedgerSubject Subject(ReadOnlyMemory<byte> row)
    {
        var r = Row().Take(row);
        return new(LedgerSubject.KindOf(r.Text(1) ?? ""), r.Text(2) ?? "");
    }

    public static LedgerNote Note(CopiedRow r) => new(r.Number(0), r.IsNull(6) ? 0 : r.Number(6), Day(r), "", r[5]);

    /// <summary>The entry of a copied row that is whole.</summary>
    public static LedgerEntry Entry(ReadOnlyMemory<byte> row)
    {
        var r = new CopiedRow(Cells).Take(row);
        return new LedgerRow(
            r.Number(0),
            r.Text(1) ?? "",
            r.Text(2) ?? "",
            r.Text(3) ?? "",
            Day(r).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Moment(new DateTimeOffset(Origin.AddTicks(r.Number(7) * TimeSpan.TicksPerMicrosecond))),
            r.Text(8) ?? "",
            r.Text(9) ?? "",
            r.Text(10),
            r.Text(5) ?? "",
            r.IsNull(6) ? null : r.Number(6),
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
