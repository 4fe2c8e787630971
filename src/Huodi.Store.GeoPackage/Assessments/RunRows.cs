using System.Text.Json;
using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Assessments;

/// <summary>Reads frozen runs.</summary>
internal static class RunRows
{
    public const string SelectRuns = "SELECT number, as_of, region, ran_at, packages FROM run ORDER BY number DESC";

    /// <summary>One row a verdict, in the order of the contract; a subject without verdicts has one row with nulls.</summary>
    public const string SelectSubjects = Columns + " WHERE s.run_number = $1 ORDER BY s.kind DESC, s.subject_id, v.position";

    public const string SelectSubject = Columns + " WHERE s.run_number = $1 AND s.kind = $2 AND s.subject_id = $3 ORDER BY v.position";

    private const string Columns = """
        SELECT s.id, s.kind, s.subject_id, s.name, s.division, s.facts,
               v.decision, v.article, v.package, v.outcome, v.value, v.unit, v.missing, v.receipt
        FROM run_subject s LEFT JOIN run_verdict v ON v.run_subject_id = s.id
        """;

    public static AssessmentRun Run(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        Moments.Day(reader.GetString(1)),
        DivisionCode.Parse(reader.GetString(2)),
        Moments.Moment(reader.GetString(3)),
        JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(reader.GetString(4)) ?? []);

    /// <summary>Reads the subject the reader stands on and moves to the first row of the next.</summary>
    /// <returns>The subject, and whether there is another.</returns>
    public static (SubjectAssessment Subject, bool HasMore) Subject(SqliteDataReader reader)
    {
        var id = reader.GetInt64(0);
        var kind = reader.GetString(1) == "parcel" ? SubjectKind.Parcel : SubjectKind.Grant;
        var (name, division, facts) = (reader.GetString(3), DivisionCode.Parse(reader.GetString(4)), FactSheetJson.Read(reader.GetString(5)));
        var subjectId = reader.GetString(2);
        var verdicts = new List<VerdictLine>();
        bool hasMore;
        do
        {
            if (!reader.IsDBNull(6)) verdicts.Add(Verdict(reader));
            hasMore = reader.Read();
        }
        while (hasMore && reader.GetInt64(0) == id);

        return (new SubjectAssessment(kind, subjectId, name, division, facts, verdicts), hasMore);
    }

    private static VerdictLine Verdict(SqliteDataReader reader) => new(
        reader.GetString(6),
        reader.GetString(7),
        reader.GetString(8),
        reader.GetString(9),
        reader.IsDBNull(10) ? null : reader.GetString(10),
        reader.IsDBNull(11) ? null : reader.GetString(11),
        JsonSerializer.Deserialize<List<string>>(reader.GetString(12)) ?? [],
        reader.GetString(13));
}
