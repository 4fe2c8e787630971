using System.Text.Json;
using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Npgsql;

namespace Huodi.Store.Postgres.Assessments;

/// <summary>Reads frozen runs.</summary>
internal static class RunRows
{
    public const string SelectRuns = "SELECT number, as_of, region, ran_at, packages FROM run ORDER BY number DESC";

    /// <summary>One row a verdict, in the order of the contract; a subject without verdicts has one row with nulls.</summary>
    public const string SelectSubjects = Columns + " WHERE s.run_number = $1 ORDER BY s.kind DESC, s.subject_id, v.position";

    public const string SelectSubject = Columns + " WHERE s.run_number = $1 AND s.kind = $2 AND s.subject_id = $3 ORDER BY v.position";

    // The facts come with the first verdict only: they are long, and a subject may have a hundred verdicts.
    private const string Columns = """
        SELECT s.id, s.kind, s.subject_id, s.name, s.division, CASE WHEN coalesce(v.position, 0) = 0 THEN s.facts END,
               v.decision, v.article, v.package, v.outcome, v.value, v.unit, v.missing, v.receipt
        FROM run_subject s LEFT JOIN run_verdict v ON v.run_subject_id = s.id
        """;

    public static AssessmentRun Run(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetFieldValue<DateOnly>(1),
        DivisionCode.Parse(reader.GetString(2)),
        reader.GetFieldValue<DateTimeOffset>(3),
        JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(reader.GetString(4)) ?? []);

    /// <summary>Reads the subject the reader stands on and moves to the first row of the next.</summary>
    /// <returns>The subject, and whether there is another.</returns>
    public static async Task<(SubjectAssessment Subject, bool HasMore)> SubjectAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var id = reader.GetInt64(0);
        var subject = new SubjectAssessment(
            reader.GetString(1) == "parcel" ? SubjectKind.Parcel : SubjectKind.Grant,
            reader.GetString(2),
            reader.GetString(3),
            DivisionCode.Parse(reader.GetString(4)),
            FactSheetJson.Read(reader.GetString(5)),
            []);
        var verdicts = new List<VerdictLine>();
        bool hasMore;
        do
        {
            if (!reader.IsDBNull(6)) verdicts.Add(Verdict(reader));
            hasMore = await reader.ReadAsync(cancellation);
        }
        while (hasMore && reader.GetInt64(0) == id);

        return (subject with { Verdicts = verdicts }, hasMore);
    }

    private static VerdictLine Verdict(NpgsqlDataReader reader) => new(
        reader.GetString(6),
        reader.GetString(7),
        reader.GetString(8),
        reader.GetString(9),
        reader.IsDBNull(10) ? null : reader.GetString(10),
        reader.IsDBNull(11) ? null : reader.GetString(11),
        reader.GetFieldValue<string[]>(12),
        reader.GetString(13));
}
