using Huodi.App.Imports;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Imports;

/// <summary>What an import found, as rows of <c>import_row</c> and <c>import_diagnostic</c>.</summary>
internal static class DiagnosticRows
{
    /// <summary>Writes the refused rows with their diagnostics, and those of rows that were kept.</summary>
    public static async Task WriteAsync(
        NpgsqlConnection connection,
        long batch,
        IReadOnlyList<RefusedRow> refused,
        IReadOnlyList<ImportDiagnostic> warnings,
        CancellationToken cancellation)
    {
        const string Row = "INSERT INTO import_row (batch_id, row, cells) VALUES ($1, $2, $3) RETURNING id";
        foreach (var one in refused)
        {
            var id = await connection.NumberAsync(Row, [batch, one.Row, one.Cells.ToArray()], cancellation);
            foreach (var found in one.Diagnostics) await WriteAsync(connection, batch, id, found, cancellation);
        }

        foreach (var found in warnings) await WriteAsync(connection, batch, null, found, cancellation);
    }

    /// <summary>Reads them again: the rows refused, in the order of the file, and the other diagnostics.</summary>
    public static async Task<(IReadOnlyList<RefusedRow> Refused, IReadOnlyList<ImportDiagnostic> Warnings)> ReadAsync(
        StoreReader reader, long batch, CancellationToken cancellation)
    {
        const string Diagnostics = """
            SELECT import_row_id, row, column_name, code, severity, message, suggestion FROM import_diagnostic WHERE batch_id = $1 ORDER BY id
            """;
        const string Rows = "SELECT id, row, cells FROM import_row WHERE batch_id = $1 ORDER BY id";
        var found = reader.ReadAsync(Diagnostics, [batch], r => (Row: r.IsDBNull(0) ? 0 : r.GetInt64(0), Diagnostic: Read(r)), cancellation);
        var byRow = (await found.ToListAsync(cancellation)).ToLookup(f => f.Row, f => f.Diagnostic);
        var refused = reader.ReadAsync(Rows, [batch], Refused, cancellation);
        return (await refused.ToListAsync(cancellation), [.. byRow[0]]);

        RefusedRow Refused(NpgsqlDataReader r) => new(r.GetInt32(1), r.GetFieldValue<string[]>(2), [.. byRow[r.GetInt64(0)]]);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, long batch, long? row, ImportDiagnostic found, CancellationToken cancellation)
    {
        const string Sql = """
            INSERT INTO import_diagnostic (batch_id, import_row_id, row, column_name, code, severity, message, suggestion)
            VALUES ($1, $2::bigint, $3, $4, $5, $6, $7, $8)
            """;
        var severity = found.Severity == ImportSeverity.Error ? "error" : "warning";
        _ = await connection.RunAsync(
            Sql, [batch, row, found.Row, found.Column, found.Code, severity, found.Message, found.Suggestion], cancellation);
    }

    private static ImportDiagnostic Read(NpgsqlDataReader reader) => new(
        reader.GetInt32(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4) == "error" ? ImportSeverity.Error : ImportSeverity.Warning,
        reader.GetString(5),
        reader.GetString(6));
}
