using Huodi.App.Imports;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Imports;

/// <summary>What <see cref="DiagnosticWriter"/> wrote about one batch.</summary>
internal static class DiagnosticRows
{
    /// <summary>One row a diagnostic, the rows refused in the order of the file; $1 the batch, $2 how many rows (null: all).</summary>
    public const string SelectRefused = """
        SELECT r.id, r.row, r.cells, d.row, d.column_name, d.code, d.severity, d.message, d.suggestion
        FROM (SELECT id, row, cells FROM import_row WHERE batch_id = $1 ORDER BY row, id LIMIT $2::bigint) r
          LEFT JOIN import_diagnostic d ON d.import_row_id = r.id
        ORDER BY r.row, r.id, d.id
        """;

    /// <summary>Diagnostics of rows that were kept, and of the file; $1 the batch, $2 how many (null: all).</summary>
    public const string SelectWarnings = """
        SELECT row, column_name, code, severity, message, suggestion FROM import_diagnostic
        WHERE batch_id = $1 AND import_row_id IS NULL ORDER BY id LIMIT $2::bigint
        """;

    /// <summary>Reports without what they list.</summary>
    public const string SelectReports =
        "SELECT id, file, layer, imported_at, added, unchanged, refused, warnings FROM import_batch";

    private const string SelectFindings = """
        SELECT code, severity, count FROM import_finding WHERE batch_id = $1 ORDER BY count DESC, code COLLATE "C", severity DESC
        """;

    public static string Text(ImportSeverity severity) => severity == ImportSeverity.Error ? "error" : "warning";

    /// <summary>Reads the report the reader stands on, without what it lists.</summary>
    public static ImportReport Report(NpgsqlDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), r.GetInt32(4), r.GetInt32(5), [], [])
    {
        RefusedCount = r.GetInt32(6),
        WarningCount = r.GetInt32(7),
        Findings = [],
    };

    /// <summary>The report with what it lists.</summary>
    public static async Task<ImportReport> CompleteAsync(ImportReport report, NpgsqlConnection connection, CancellationToken cancellation) =>
        report with
        {
            Refused = await connection.ListAsync(SelectRefused, [report.Batch, (long)ImportReport.Listed], RefusedAsync, cancellation),
            Warnings = await connection.ListAsync(SelectWarnings, [report.Batch, (long)ImportReport.Listed], WarningAsync, cancellation),
            Findings = await connection.ListAsync(SelectFindings, [report.Batch], FindingAsync, cancellation),
        };

    /// <summary>Reads the refused row the reader stands on and moves to the first line of the next.</summary>
    public static async Task<(RefusedRow Row, bool HasMore)> RefusedAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var (id, row, cells) = (reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<string[]>(2));
        var diagnostics = new List<ImportDiagnostic>();
        bool hasMore;
        do
        {
            if (!reader.IsDBNull(3)) diagnostics.Add(Diagnostic(reader, 3));
            hasMore = await reader.ReadAsync(cancellation);
        }
        while (hasMore && reader.GetInt64(0) == id);

        return (new RefusedRow(row, cells, diagnostics), hasMore);
    }

    /// <summary>Reads <c>row, column_name, code, severity, message, suggestion</c>.</summary>
    public static ImportDiagnostic Diagnostic(NpgsqlDataReader reader, int first) => new(
        reader.GetInt32(first),
        reader.GetString(first + 1),
        reader.GetString(first + 2),
        Severity(reader.GetString(first + 3)),
        reader.GetString(first + 4),
        reader.GetString(first + 5));

    private static async Task<(ImportDiagnostic Warning, bool HasMore)> WarningAsync(NpgsqlDataReader reader, CancellationToken cancellation) =>
        (Diagnostic(reader, 0), await reader.ReadAsync(cancellation));

    private static async Task<(FindingCount Finding, bool HasMore)> FindingAsync(NpgsqlDataReader reader, CancellationToken cancellation) =>
        (new FindingCount(reader.GetString(0), Severity(reader.GetString(1)), reader.GetInt32(2)), await reader.ReadAsync(cancellation));

    private static ImportSeverity Severity(string text) => text == "error" ? ImportSeverity.Error : ImportSeverity.Warning;
}
