using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Assessments;
using Huodi.Store.GeoPackage.Files;

namespace Huodi.Store.GeoPackage;

/// <summary>
/// One frozen assessment as a GeoPackage file of its own, for QGIS: the layer <c>assessed_parcel</c>, and the tables
/// <c>assessed_grant</c>, <c>verdict</c> and <c>assessment</c>.
/// </summary>
public static class AssessmentGeoPackage
{
    /// <summary>Writes the file under another name and renames it when it is whole; an earlier export at the path is replaced.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="run">The run, with its number.</param>
    /// <param name="subjects">Its subjects; read once, as a stream.</param>
    /// <param name="parcels">The parcels of the run's region; a subject whose parcel is not among them is listed without a shape.</param>
    /// <param name="cancellation">Cancels; nothing is left behind.</param>
    /// <exception cref="StoreException">The path is a folder or a land database, or cannot be written.</exception>
    public static async Task WriteAsync(
        string path,
        AssessmentRun run,
        IAsyncEnumerable<SubjectAssessment> subjects,
        IAsyncEnumerable<Parcel> parcels,
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
                Migrations.Run(connection, transaction, "Assessments/assessment.sql");
                using var writer = new AssessmentWriter(connection, transaction);
                await using var shapes = new ParcelStream(parcels.GetAsyncEnumerator(cancellation));
                await writer.WriteAsync(run, subjects, shapes, cancellation);
                transaction.Commit();
            },
            cancellation);
    }
}
