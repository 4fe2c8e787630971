using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Policies.Answers;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Assessments;

/// <summary>Writes an assessment into the tables of <c>assessment.sql</c>.</summary>
internal sealed class AssessmentWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    /// <summary>Which outcome stands for a subject on a map: what still wants work first, what does not concern it last.</summary>
    private static readonly Outcome[] ByAttention =
    [
        Outcome.NeedsDetermination, Outcome.NeedsFacts, Outcome.NotMet, Outcome.Met, Outcome.Value, Outcome.NotInForce, Outcome.NotApplicable,
    ];

    private readonly Envelope _bounds = new();
    private readonly Statement _run = new(connection, "INSERT INTO assessment VALUES (1, $1, $2, $3, $4, $5)", transaction);
    private readonly Statement _parcel = new(
        connection,
        """
        INSERT INTO assessed_parcel (geom, generated, id, name, division, facts, summary, value_count, met_count, not_met_count,
                                     needs_facts_count, needs_determination_count, not_applicable_count, not_in_force_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        transaction);

    private readonly Statement _grant = new(
        connection,
        """
        INSERT INTO assessed_grant (number, name, division, facts, summary, value_count, met_count, not_met_count,
                                    needs_facts_count, needs_determination_count, not_applicable_count, not_in_force_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        transaction);

    private readonly Statement _verdict = new(
        connection,
        """
        INSERT INTO verdict (kind, subject_id, decision, article, package, outcome, outcome_name, value, unit, missing, receipt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        transaction);

    /// <summary>Writes everything; the caller commits.</summary>
    public async Task WriteAsync(
        AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, ParcelStream parcels, CancellationToken cancellation)
    {
        _ = _run.Run(run.Number, Moments.Text(run.AsOf), run.Region.Digits, Moments.Text(run.RanAt), RunWriter.Packages(run));
        await foreach (var subject in subjects.WithCancellation(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var facts = FactSheetJson.Write(subject.Facts);
            object?[] common = [subject.Id, subject.Name, subject.Division.Digits, facts, Summary(subject), .. Counts(subject)];
            if (subject.Kind == SubjectKind.Parcel) WriteParcel(await parcels.FindAsync(subject.Id), common);
            else _ = _grant.Run(common);

            foreach (var v in subject.Verdicts)
            {
                _ = _verdict.Run(
                    RunWriter.Text(subject.Kind), subject.Id, v.Decision, v.Article, v.Package, v.Outcome, OutcomeNames.Chinese(v.Outcome),
                    v.Value, v.Unit, RunWriter.Missing(v), v.Receipt);
            }
        }

        if (!_bounds.IsNull) Layers.Extend(connection, transaction, "assessed_parcel", _bounds, run.RanAt);
    }

    public void Dispose()
    {
        _run.Dispose();
        _parcel.Dispose();
        _grant.Dispose();
        _verdict.Dispose();
    }

    private static string? Summary(SubjectAssessment subject) => ByAttention
        .Where(o => subject.Verdicts.Any(v => v.Outcome == o.Code()))
        .Select(o => o.Chinese())
        .FirstOrDefault();

    private static IEnumerable<object?> Counts(SubjectAssessment subject) =>
        OutcomeNames.All.Select(o => (object?)subject.Verdicts.Count(v => v.Outcome == o.Code()));

    private void WriteParcel(Parcel? parcel, object?[] common)
    {
        if (parcel is not null) _bounds.ExpandToInclude(parcel.Shape.EnvelopeInternal);
        _ = _parcel.Run([parcel is null ? null : GeoPackageBinary.Write(parcel.Shape), parcel?.IsGenerated ?? false, .. common]);
    }
}
