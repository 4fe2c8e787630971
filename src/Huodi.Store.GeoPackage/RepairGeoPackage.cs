using Huodi.App.Stores;
using Huodi.Domain.Quality.Repairs;
using Huodi.Store.GeoPackage.Files;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage;

/// <summary>Suggested repairs as a GeoPackage file of their own, for QGIS: the layers <c>repair_before</c> and <c>repair_after</c>.</summary>
public static class RepairGeoPackage
{
    /// <summary>Writes the file under another name and renames it when it is whole; an earlier one at the path is replaced.</summary>
    /// <exception cref="StoreException">The path is a folder or a land database, or cannot be written.</exception>
    public static async Task WriteAsync(string path, IReadOnlyList<ShapeRepair> repairs, DateTimeOffset moment, CancellationToken cancellation)
    {
        StoreFile.CheckReplaceable(path);
        await Connections.CreateAsync(
            path,
            replace: true,
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                Migrations.Run(connection, transaction, "Migrations/0001_geopackage.sql");
                Migrations.Run(connection, transaction, "Quality/repairs.sql");
                using var before = new Statement(
                    connection, "INSERT INTO repair_before (geom, parcel, square_metres, vertices) VALUES ($1, $2, $3, $4)", transaction);
                using var after = new Statement(
                    connection, "INSERT INTO repair_after (geom, parcel, square_metres, vertices, steps) VALUES ($1, $2, $3, $4, $5)", transaction);
                var (was, will) = (new Envelope(), new Envelope());
                foreach (var r in repairs)
                {
                    _ = before.Run(GeoPackageBinary.Write(r.Before), r.Parcel, r.AreaBefore, r.Before.NumPoints);
                    _ = after.Run(GeoPackageBinary.Write(r.After), r.Parcel, r.AreaAfter, r.After.NumPoints, string.Join('；', r.Steps));
                    was.ExpandToInclude(r.Before.EnvelopeInternal);
                    will.ExpandToInclude(r.After.EnvelopeInternal);
                }

                if (!was.IsNull) Layers.Extend(connection, transaction, "repair_before", was, moment);
                if (!will.IsNull) Layers.Extend(connection, transaction, "repair_after", will, moment);
                transaction.Commit();
                return Task.CompletedTask;
            },
            cancellation);
    }
}
