using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Assessments;

/// <summary>Freezes one run inside a transaction.</summary>
internal sealed class RunWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kind as the store spells it. Parcels sort before grants when the order is descending.</summary>
    public static string Text(SubjectKind kind) => kind == SubjectKind.Parcel ? "parcel" : "grant";

    public static string Packages(AssessmentRun run) => JsonSerializer.Serialize(run.Packages, Readable);

    public static string Missing(VerdictLine line) => JsonSerializer.Serialize(line.Missing, Readable);

    /// <summary>Writes everything; the caller commits.</summary>
    public async Task<AssessmentRun> WriteAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        using var next = Prepare("SELECT coalesce(max(number), 0) + 1 FROM run");
        using var begin = Prepare("INSERT INTO run (number, as_of, region, ran_at, packages, subjects) VALUES ($1, $2, $3, $4, $5, 0)");
        using var finish = Prepare("UPDATE run SET subjects = $2 WHERE number = $1");
        var frozen = run with { Number = next.Number(), RanAt = StoredMoment.Keep(run.RanAt) };
        _ = begin.Run(frozen.Number, Moments.Text(frozen.AsOf), frozen.Region.Digits, Moments.Text(frozen.RanAt), Packages(frozen));

        var count = await WriteSubjectsAsync(frozen.Number, subjects, cancellation);
        _ = finish.Run(frozen.Number, count);
        return frozen;
    }

    private Statement Prepare(string sql) => new(connection, sql, transaction);

    private async Task<long> WriteSubjectsAsync(long run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        using var insert = Prepare("""
            INSERT INTO run_subject (run_number, kind, subject_id, name, division, facts) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """);
        using var verdict = Prepare("""
            INSERT INTO run_verdict (run_subject_id, position, decision, article, package, outcome, value, unit, missing, receipt)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """);
        var count = 0L;
        await foreach (var subject in subjects.WithCancellation(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = insert.Number(run, Text(subject.Kind), subject.Id, subject.Name, subject.Division.Digits, FactSheetJson.Write(subject.Facts));
            for (var position = 0; position < subject.Verdicts.Count; position++)
            {
                var v = subject.Verdicts[position];
                _ = verdict.Run(id, position, v.Decision, v.Article, v.Package, v.Outcome, v.Value, v.Unit, Missing(v), v.Receipt);
            }

            count++;
        }

        return count;
    }
}
