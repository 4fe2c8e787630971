using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Store.Postgres.Server;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Assessments;

/// <summary>Freezes one run inside a transaction that holds the lock on <c>run</c>. Subjects go in by binary COPY, a few hundred at a time.</summary>
internal sealed class RunWriter(NpgsqlConnection connection)
{
    private const int ChunkSize = 500;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kind as the store spells it. Parcels sort before grants when the order is descending.</summary>
    public static string Text(SubjectKind kind) => kind == SubjectKind.Parcel ? "parcel" : "grant";

    /// <summary>Writes everything; the caller commits.</summary>
    public async Task<AssessmentRun> WriteAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        var number = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM run", [], cancellation);
        var frozen = run with { Number = number, RanAt = StoredMoment.Keep(run.RanAt) };
        var packages = JsonSerializer.Serialize(frozen.Packages, Readable);
        const string Begin = "INSERT INTO run (number, as_of, region, ran_at, packages, subjects) VALUES ($1, $2, $3, $4, $5::json, 0)";
        _ = await connection.RunAsync(Begin, [number, frozen.AsOf, frozen.Region.Digits, frozen.RanAt, packages], cancellation);

        var first = await connection.NumberAsync("SELECT coalesce(max(id), 0) + 1 FROM run_subject", [], cancellation);
        var next = first;
        await foreach (var chunk in subjects.Chunk(ChunkSize).WithCancellation(cancellation))
        {
            await WriteSubjectsAsync(number, next, chunk, cancellation);
            await WriteVerdictsAsync(next, chunk, cancellation);
            next += chunk.Length;
        }

        _ = await connection.RunAsync("UPDATE run SET subjects = $2 WHERE number = $1", [number, next - first], cancellation);
        return frozen;
    }

    private async Task WriteSubjectsAsync(long run, long id, SubjectAssessment[] subjects, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY run_subject (id, run_number, kind, subject_id, name, division, facts) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var subject in subjects)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(id++, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(run, NpgsqlDbType.Bigint, cancellation);
            foreach (var text in new[] { Text(subject.Kind), subject.Id, subject.Name, subject.Division.Digits })
            {
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
            }

            await copy.WriteAsync(FactSheetJson.Write(subject.Facts), NpgsqlDbType.Json, cancellation);
        }

        _ = await copy.CompleteAsync(cancellation);
    }

    private async Task WriteVerdictsAsync(long id, SubjectAssessment[] subjects, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY run_verdict (run_subject_id, position, decision, article, package, outcome, value, unit, receipt, missing)
            FROM STDIN (FORMAT BINARY)
            """,
            cancellation);
        foreach (var subject in subjects)
        {
            for (var position = 0; position < subject.Verdicts.Count; position++)
            {
                var v = subject.Verdicts[position];
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(position, NpgsqlDbType.Integer, cancellation);
                foreach (var text in new[] { v.Decision, v.Article, v.Package, v.Outcome, v.Value, v.Unit, v.Receipt })
                {
                    if (text is null) await copy.WriteNullAsync(cancellation);
                    else await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
                }

                await copy.WriteAsync(v.Missing.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            }

            id++;
        }

        _ = await copy.CompleteAsync(cancellation);
    }
}
