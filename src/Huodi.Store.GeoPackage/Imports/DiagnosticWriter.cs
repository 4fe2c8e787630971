using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Imports;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>Writes what an import found, and counts it.</summary>
internal sealed class DiagnosticWriter(SqliteConnection connection, SqliteTransaction transaction, long batch) : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Statement _row = new(
        connection, "INSERT INTO import_row (batch_id, row, cells) VALUES ($1, $2, $3) RETURNING id", transaction);

    private readonly Statement _diagnostic = new(
        connection,
        """
        INSERT INTO import_diagnostic (batch_id, import_row_id, row, column_name, code, severity, message, suggestion)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        transaction);

    /// <summary>What was written so far.</summary>
    public FindingTally Tally { get; } = new();

    /// <summary>The cells as the store keeps them.</summary>
    public static string Cells(IReadOnlyList<string> cells) => JsonSerializer.Serialize(cells, Readable);

    public void Write(RefusedRow refused)
    {
        Tally.Count(refused);
        var id = _row.Number(batch, refused.Row, Cells(refused.Cells));
        foreach (var found in refused.Diagnostics) Write(found, id);
    }

    public void Write(ImportDiagnostic warning)
    {
        Tally.Count(warning);
        Write(warning, null);
    }

    /// <summary>Writes the counts.</summary>
    public void Finish()
    {
        using var finding = new Statement(
            connection, "INSERT INTO import_finding (batch_id, code, severity, count) VALUES ($1, $2, $3, $4)", transaction);
        foreach (var found in Tally.Findings) _ = finding.Run(batch, found.Code, DiagnosticRows.Text(found.Severity), found.Count);
    }

    public void Dispose()
    {
        _row.Dispose();
        _diagnostic.Dispose();
    }

    private void Write(ImportDiagnostic found, long? row) => _ = _diagnostic.Run(
        batch, row, found.Row, found.Column, found.Code, DiagnosticRows.Text(found.Severity), found.Message, found.Suggestion);
}
