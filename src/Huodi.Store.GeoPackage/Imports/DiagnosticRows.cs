using System.Text.Json;
using Huodi.App.Imports;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>What <see cref="DiagnosticWriter"/> wrote about one batch.</summary>
internal static class DiagnosticRows
{
    /// <summary>One row a diagnostic, the rows refused in the order of the file; $1 the batch, $2 how many rows (-1: all).</summary>
    public const string SelectRefused = """
        SELECT r.id, r.row, r.cells, d.row, d.column_name, d.code, d.severity, d.message, d.suggestion
        FROM (SELECT id, row, cells FROM import_row WHERE batch_id = $1 ORDER BY row, id LIMIT $2) r
          LEFT JOIN import_diagnostic d ON d.import_row_id = r.id
        ORDER BY r.row, r.id, d.id
        """;

    /// <summary>Diagnostics of rows that were kept, and of the file; $1 the batch, $2 how many (-1: all).</summary>
    public const string SelectWarnings = """
        SELECT row, column_name, code, severity, message, suggestion FROM import_diagnostic
        WHERE batch_id = $1 AND import_row_id IS NULL ORDER BY id LIMIT $2
        """;

    public const string SelectReports =
        "SELECT id, file, layer, imported_at, added, unchanged, refused, warnings FROM import_batch";

    private const string SelectFindings = """
        SELECT code, severity, count FROM import_finding WHERE batch_id = $1 ORDER BY count DESC, code, severity DESC
        """;

    public static string Text(ImportSeverity severity) => severity == ImportSeverity.Error ? "error" : "warning";

    /// <summary>Reads the report the reader stands on; what it lists comes over the connection.</summary>
    public static ImportReport Report(SqliteDataReader reader, SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        var batch = reader.GetInt64(0);
        return new ImportReport(
            batch,
            reader.GetString(1),
            reader.GetString(2),
            Moments.Moment(reader.GetString(3)),
            reader.GetInt32(4),
            reader.GetInt32(5),
            List(SelectRefused, Refused, batch, ImportReport.Listed),
            List(SelectWarnings, r => (Diagnostic(r, 0), r.Read()), batch, ImportReport.Listed))
        {
            RefusedCount = reader.GetInt32(6),
            WarningCount = reader.GetInt32(7),
            Findings = List(SelectFindings, r => (new FindingCount(r.GetString(0), Severity(r.GetString(1)), r.GetInt32(2)), r.Read()), batch),
        };

        List<T> List<T>(string sql, Func<SqliteDataReader, (T Item, bool HasMore)> map, params ReadOnlySpan<object?> values)
        {
            using var statement = new Statement(connection, sql, transaction);
            using var rows = statement.Query(values);
            var list = new List<T>();
            for (var hasMore = rows.Read(); hasMore;)
            {
                (var item, hasMore) = map(rows);
                list.Add(item);
            }

            return list;
        }
    }

    /// <summary>Reads the refused row the reader stands on and moves to the first line of the next.</summary>
    public static (RefusedRow Row, bool HasMore) Refused(SqliteDataReader reader)
    {
        var (id, row) = (reader.GetInt64(0), reader.GetInt32(1));
        var cells = JsonSerializer.Deserialize<List<string>>(reader.GetString(2)) ?? [];
        var diagnostics = new List<ImportDiagnostic>();
        bool hasMore;
        do
        {
            if (!reader.IsDBNull(3)) diagnostics.Add(Diagnostic(reader, 3));
            hasMore = reader.Read();
        }
        while (hasMore && reader.GetInt64(0) == id);

        return (new RefusedRow(row, cells, diagnostics), hasMore);
    }

    /// <summary>Reads <c>row, column_name, code, severity, message, suggestion</c>.</summary>
    public static ImportDiagnostic Diagnostic(SqliteDataReader reader, int first) => new(
        reader.GetInt32(first),
        reader.GetString(first + 1),
        reader.GetString(first + 2),
        Severity(reader.GetString(first + 3)),
        reader.GetString(first + 4),
        reader.GetString(first + 5));

    private static ImportSeverity Severity(string text) => text == "error" ? ImportSeverity.Error : ImportSeverity.Warning;
}
