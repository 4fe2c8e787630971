using Huodi.App.Laboratory;
using Huodi.App.Stores;
using Huodi.Policies.Evaluation;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Laboratory;

namespace Huodi.Store.GeoPackage;

/// <summary>
/// What a comparison of policies found as a GeoPackage file of its own, for QGIS: the layer <c>changed_parcel</c>, and the tables
/// <c>changed_grant</c>, <c>change</c> and <c>comparison</c>.
/// </summary>
public static class LaboratoryGeoPackage
{
    /// <summary>Writes the file under another name and renames it when it is whole; an earlier export at the path is replaced.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="comparison">What was put beside what.</param>
    /// <param name="question">Day of the question.</param>
    /// <param name="madeAt">Moment of the comparison, UTC.</param>
    /// <param name="subjects">The subjects that change; read once, as a stream.</param>
    /// <param name="cancellation">Cancels; nothing is left behind.</param>
    /// <exception cref="StoreException">The path is a folder or a land database, or cannot be written.</exception>
    public static async Task WriteAsync(
        string path,
        PolicyComparison comparison,
        Question question,
        DateTimeOffset madeAt,
        IAsyncEnumerable<SubjectDifference> subjects,
        CancellationToken cancellation)
    {
        StoreFile.CheckReplaceable(path);
        await Connections.CreateAsync(
            path,
            replace: true,
            async connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                Migrations.Run(connection, transaction, "Migrations/0001_geopackage.sql");
                Migrations.Run(connection, transaction, "Laboratory/difference.sql");
                using (var writer = new DifferenceWriter(connection, transaction)) await writer.WriteAsync(comparison, question, madeAt, subjects, cancellation);
                DifferenceColumns.Add(connection, transaction, comparison.Pairs.Select(p => p.Label));
                transaction.Commit();
            },
            cancellation);
    }
}
