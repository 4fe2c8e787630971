using Huodi.App.Imports;
using Huodi.Store.Postgres.Server;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Imports;

/// <summary>Writes what an import found by binary COPY, and counts it. The caller holds the lock on <c>import_batch</c>.</summary>
internal sealed class DiagnosticWriter(NpgsqlConnection connection, long batch)
{
    /// <summary>What was written so far.</summary>
    public FindingTally Tally { get; } = new();

    /// <summary>Writes refused rows with their diagnostics.</summary>
    public async Task WriteAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;

        // COPY takes the numbers it is given where an INSERT would have to leave them to the sequence.
        const string Reserve = "SELECT nextval(pg_get_serial_sequence('import_row', 'id')) FROM generate_series(1, $1)";
        var ids = await connection.ListAsync(Reserve, [rows.Count], async (r, c) => (r.GetInt64(0), await r.ReadAsync(c)), cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync(
            "COPY import_row (id, batch_id, row, cells) FROM STDIN (FORMAT BINARY)", cancellation))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                Tally.Count(rows[i]);
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(ids[i], NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(batch, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(rows[i].Row, NpgsqlDbType.Integer, cancellation);
                await copy.WriteAsync(rows[i].Cells.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            }

            _ = await copy.CompleteAsync(cancellation);
        }

        await CopyAsync(rows.SelectMany((r, n) => r.Diagnostics.Select(d => ((long?)ids[n], d))), cancellation);
    }

    /// <summary>Writes diagnostics of rows that are kept, and of the file.</summary>
    public async Task WriteAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation)
    {
        if (warnings.Count == 0) return;

        foreach (var warning in warnings) Tally.Count(warning);
        await CopyAsync(warnings.Select(w => ((long?)null, w)), cancellation);
    }

    /// <summary>Writes the counts.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        const string Finding = "INSERT INTO import_finding (batch_id, code, severity, count) VALUES ($1, $2, $3, $4)";
        foreach (var found in Tally.Findings)
        {
            _ = await connection.RunAsync(Finding, [batch, found.Code, DiagnosticRows.Text(found.Severity), found.Count], cancellation);
        }
    }

    private async Task CopyAsync(IEnumerable<(long? Row, ImportDiagnostic Diagnostic)> diagnostics, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY import_diagnostic (batch_id, import_row_id, row, column_name, code, severity, message, suggestion)
            FROM STDIN (FORMAT BINARY)
            """,
            cancellation);
        foreach (var (row, found) in diagnostics)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(batch, NpgsqlDbType.Bigint, cancellation);
            if (row is { } id) await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancellation);
            else await copy.WriteNullAsync(cancellation);
            await copy.WriteAsync(found.Row, NpgsqlDbType.Integer, cancellation);
            foreach (var text in new[] { found.Column, found.Code, DiagnosticRows.Text(found.Severity), found.Message, found.Suggestion })
            {
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
            }
        }

        _ = await copy.CompleteAsync(cancellation);
    }
}
