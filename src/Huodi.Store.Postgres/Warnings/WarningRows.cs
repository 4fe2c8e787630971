using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Npgsql;

namespace Huodi.Store.Postgres.Warnings;

/// <summary>Rows of <c>warning</c>, <c>warning_event</c> and <c>warning_run</c>.</summary>
internal static class WarningRows
{
    public const string SelectRuns = "SELECT number, day, ran_at, started_by, ledger_entries, given, changed FROM warning_run ORDER BY number DESC";

    public const string Select = "SELECT number, " + NoticeColumns + ", run_number, given_for, status, version, office, person, since FROM warning";

    public const string SelectEvents = """
        SELECT warning_number, version, action, recorded_at, recorded_by, reason, office, person, document, document_hash, ledger_entry, run_number
        FROM warning_event WHERE warning_number = $1 ORDER BY version
        """;

    /// <summary>What a run gives; a staged row has these columns too.</summary>
    public const string NoticeColumns = "subject_kind, subject_id, rule, term, level, matter, due, rank, division, articles, responsible, text";

    public static WarningRun Run(NpgsqlDataReader r) => new(
        r.GetInt64(0), r.GetFieldValue<DateOnly>(1), r.GetFieldValue<DateTimeOffset>(2), r.GetString(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6));

    public static Warning Warning(NpgsqlDataReader r) => Guarded(() => new Warning(
        r.GetInt64(0),
        new WarningNotice(
            new(new(LedgerSubject.KindOf(r.GetString(1)), r.GetString(2)), r.GetString(3), r.GetString(4), r.GetString(5)),
            r.GetString(6),
            r.IsDBNull(7) ? null : r.GetFieldValue<DateOnly>(7),
            r.GetInt32(8),
            r.IsDBNull(9) ? null : DivisionCode.Parse(r.GetString(9)),
            r.GetFieldValue<string[]>(10),
            r.GetString(11),
            r.GetString(12)),
        r.GetInt64(13),
        r.GetFieldValue<DateOnly>(14),
        WarningCodes.Status(r.GetString(15)),
        r.GetInt32(16),
        r.GetString(17),
        r.GetString(18),
        r.GetFieldValue<DateOnly>(19)));

    public static WarningEvent Event(NpgsqlDataReader r) => Guarded(() => new WarningEvent(
        r.GetInt64(0),
        r.GetInt32(1),
        r.GetFieldValue<DateTimeOffset>(3),
        WarningAct.Stored(
            WarningCodes.Action(r.GetString(2)),
            r.GetString(4),
            r.GetString(5),
            r.GetString(6),
            r.GetString(7),
            r.IsDBNull(8) ? null : new SourceDocument(r.GetString(8), r.IsDBNull(9) ? null : r.GetString(9)),
            r.IsDBNull(10) ? null : r.GetInt64(10)),
        r.IsDBNull(11) ? null : r.GetInt64(11)));

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is DomainException or FormatException)
        {
            throw new StoreException("STORE_CORRUPT", $"预警无法读取（{e.Message}），可能被改动，请从备份恢复。", e);
        }
    }
}
