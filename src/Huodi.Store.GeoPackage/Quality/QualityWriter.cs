using Huodi.App.Quality;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Quality;

/// <summary>Writes a report into the tables of <c>quality.sql</c>.</summary>
internal sealed class QualityWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    public void Write(QualityReport report, DateTimeOffset moment, CancellationToken cancellation)
    {
        using var finding = new Statement(
            connection,
            """
            INSERT INTO quality_finding (geom, code, title, severity, parcel, other, message, part, ring, vertex, square_metres, figures, remedy)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            transaction);
        using var count = new Statement(connection, "INSERT INTO quality_count (code, title, severity, count) VALUES ($1, $2, $3, $4)", transaction);
        var bounds = new Envelope();
        foreach (var found in report.Findings)
        {
            cancellation.ThrowIfCancellationRequested();
            var (kind, place) = (found.Finding.Kind, found.Finding.Place);
            var isPlaced = place is { } p && double.IsFinite(p.Longitude + p.Latitude);
            if (isPlaced) bounds.ExpandToInclude(place!.Value.Longitude, place.Value.Latitude); // isPlaced says so
            _ = finding.Run(
                isPlaced ? GeoPackageBinary.WritePoint(place!.Value.Longitude, place.Value.Latitude) : null,
                kind.Code,
                kind.Title,
                QualityWords.Of(kind.Severity),
                found.Parcel,
                found.Other,
                found.Finding.Message,
                Number(place?.Part),
                Number(place?.Ring),
                Number(place?.Vertex),
                found.Finding.Figures.Where(f => f.Unit == "平方米").Select(f => (object)f.Value).FirstOrDefault(),
                QualityWords.Of(found.Finding.Figures),
                kind.Remedy);
        }

        foreach (var (kind, number) in report.Counts) _ = count.Run(kind.Code, kind.Title, QualityWords.Of(kind.Severity), number);
        if (!bounds.IsNull) Layers.Extend(connection, transaction, "quality_finding", bounds, moment);
    }

    private static int? Number(int? value) => value is > 0 ? value : null;
}
