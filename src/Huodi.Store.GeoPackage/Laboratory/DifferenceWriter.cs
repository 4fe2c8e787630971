using System.Globalization;
using Huodi.App.Laboratory;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Store.GeoPackage.Assessments;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Laboratory;

/// <summary>Writes a comparison into the tables of <c>difference.sql</c>.</summary>
internal sealed class DifferenceWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Envelope _bounds = new();
    private readonly Statement _side = new(
        connection, "INSERT INTO comparison (side, name, packages, as_of, made_at) VALUES ($1, $2, $3, $4, $5)", transaction);

    private readonly Statement _parcel = new(
        connection,
        """
        INSERT INTO changed_parcel (geom, id, name, division, generated, changed_count, changes, difference, difference_exact, open_money)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        transaction);

    private readonly Statement _grant = new(
        connection,
        """
        INSERT INTO changed_grant (number, name, division, generated, changed_count, changes, difference, difference_exact, open_money)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        transaction);

    private readonly Statement _change = new(
        connection,
        """
        INSERT INTO change (kind, subject_id, question, from_decision, from_package, from_outcome, from_outcome_name, from_value, from_unit,
                            to_decision, to_package, to_outcome, to_outcome_name, to_value, to_unit, from_words, to_words, difference, difference_exact)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        """,
        transaction);

    /// <summary>Writes everything; the caller commits.</summary>
    public async Task WriteAsync(
        PolicyComparison comparison, Question question, DateTimeOffset madeAt, IAsyncEnumerable<SubjectDifference> subjects, CancellationToken cancellation)
    {
        foreach (var (mark, side) in new[] { ("甲", comparison.A), ("乙", comparison.B) })
            _ = _side.Run(mark, side.Name, string.Join('\n', side.Packages.Select(p => $"{p.Id} sha256:{p.Hash}")), Moments.Text(question.AsOf), Moments.Text(madeAt));
        await foreach (var subject in subjects.WithCancellation(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var difference = subject.MoneyDifference;
            object?[] common =
            [
                subject.Id, subject.Name, subject.Division.Digits, subject.IsGenerated, subject.Changes.Count,
                string.Join('\n', subject.Changes.Select(c => c.Text)), Near(difference), Exact(difference), subject.HasOpenMoney,
            ];
            if (subject.Shape is { } shape)
            {
                _bounds.ExpandToInclude(shape.EnvelopeInternal);
                _ = _parcel.Run([GeoPackageBinary.Write(shape), .. common]);
            }
            else
            {
                _ = _grant.Run(common);
            }

            foreach (var change in subject.Changes) Write(subject, change);
        }

        if (!_bounds.IsNull) Layers.Extend(connection, transaction, "changed_parcel", _bounds, madeAt);
    }

    public void Dispose()
    {
        _side.Dispose();
        _parcel.Dispose();
        _grant.Dispose();
        _change.Dispose();
    }

    private void Write(SubjectDifference subject, DecisionChange change)
    {
        var money = change.Money.FirstOrDefault(m => m.Part.Length == 0)?.Difference;
        _ = _change.Run(
        [
            RunWriter.Text(subject.Kind), subject.Id, change.Pair.Label, .. Side(change.Pair.A, change.From), .. Side(change.Pair.B, change.To),
            DecisionChange.Words(change.From), DecisionChange.Words(change.To), Near(money), Exact(money),
        ]);
    }

    private static object?[] Side(AskedDecision? asked, PolicyAnswer? answer) =>
    [
        asked?.Decision.Id, asked?.Package.Id, answer?.Outcome.Code(), DecisionChange.OutcomeName(answer),
        answer?.Value?.ToJsonString(PolicyAnswerJson.Compact), answer?.Unit,
    ];

    private static double? Near(decimal? amount) => (double?)amount;

    private static string? Exact(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
