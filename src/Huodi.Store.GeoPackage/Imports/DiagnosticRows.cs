using System.Text.Json;
using Huodi.App.Imports;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>What <see cref="BatchWriter"/> wrote about the rows of one batch.</summary>
internal sealed class DiagnosticRows
{
    private readonly List<(long? RowId, ImportDiagnostic Diagnostic)> _found = [];

    public DiagnosticRows(SqliteConnection connection, long batch)
    {
        using var statement = new Statement(connection, """
            SELECT import_row_id, row, column_name, code, severity, message, suggestion FROM import_diagnostic WHERE batch_id = $1 ORDER BY id
            """);
        using var reader = statement.Query(batch);
        while (reader.Read()) _found.Add((reader.IsDBNull(0) ? null : reader.GetInt64(0), Read(reader)));
        Refused = ReadRefused(connection, batch);
    }

    /// <summary>The rows refused, in the order of the file.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; }

    /// <summary>Diagnostics of rows that were kept, and of the file.</summary>
    public IReadOnlyList<ImportDiagnostic> Warnings => [.. _found.Where(f => f.RowId is null).Select(f => f.Diagnostic)];

    public static string Text(ImportSeverity severity) => severity == ImportSeverity.Error ? "error" : "warning";

    private static ImportDiagnostic Read(SqliteDataReader reader) => new(
        reader.GetInt32(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4) == "error" ? ImportSeverity.Error : ImportSeverity.Warning,
        reader.GetString(5),
        reader.GetString(6));

    private List<RefusedRow> ReadRefused(SqliteConnection connection, long batch)
    {
        var byRow = _found.ToLookup(f => f.RowId, f => f.Diagnostic);
        var refused = new List<RefusedRow>();
        using var statement = new Statement(connection, "SELECT id, row, cells FROM import_row WHERE batch_id = $1 ORDER BY id");
        using var reader = statement.Query(batch);
        while (reader.Read())
        {
            var cells = JsonSerializer.Deserialize<List<string>>(reader.GetString(2)) ?? [];
            refused.Add(new RefusedRow(reader.GetInt32(1), cells, [.. byRow[reader.GetInt64(0)]]));
        }

        return refused;
    }
}
