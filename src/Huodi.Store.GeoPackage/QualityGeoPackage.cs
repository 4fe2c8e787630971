using Huodi.App.Quality;
using Huodi.App.Stores;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Quality;

namespace Huodi.Store.GeoPackage;

/// <summary>The findings of a quality check as a GeoPackage file of its own, for QGIS: the layer <c>quality_finding</c> with each finding at its place.</summary>
public static class QualityGeoPackage
{
    /// <summary>Writes the file under another name and renames it when it is whole; an earlier report at the path is replaced.</summary>
    /// <exception cref="StoreException">The path is a folder or a land database, or cannot be written.</exception>
    public static async Task WriteAsync(string path, QualityReport report, DateTimeOffset moment, CancellationToken cancellation)
    {
        StoreFile.CheckReplaceable(path);
        await Connections.CreateAsync(
            path,
            replace: true,
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                Migrations.Run(connection, transaction, "Migrations/0001_geopackage.sql");
                Migrations.Run(connection, transaction, "Quality/quality.sql");
                new QualityWriter(connection, transaction).Write(report, moment, cancellation);
                transaction.Commit();
                return Task.CompletedTask;
            },
            cancellation);
    }
}
