using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality.Repairs;

/// <summary>Drops vertices given twice and tips of spikes; every other vertex stays exactly as it is.</summary>
internal sealed class VertexCleaning(QualityProfile profile)
{
    private readonly double _tangent = Math.Tan(double.DegreesToRadians(Math.Min(profile.SpikeAngleDegrees, 89)));

    public (Geometry Cleaned, int Duplicates, int Spikes) Clean(Geometry shape)
    {
        var (duplicates, spikes) = (0, 0);
        var polygons = new List<Polygon>();
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            if (Ring(polygon.ExteriorRing) is not { } shell) continue;
            var holes = polygon.InteriorRings.Select(Ring).OfType<LinearRing>();
            polygons.Add(shape.Factory.CreatePolygon(shell, [.. holes]));
        }

        var cleaned = polygons.Count switch
        {
            0 => shape.Factory.CreatePolygon(),
            1 => (Geometry)polygons[0],
            _ => shape.Factory.CreateMultiPolygon([.. polygons]),
        };
        return (cleaned, duplicates, spikes);

        LinearRing? Ring(LineString ring)
        {
            var points = ring.Coordinates.Take(ring.NumPoints - 1).ToList();
            if (points.Count == 0) return null;
            var scale = LocalScale.At(Math.Clamp(points[0].Y, -89, 89));
            // Dropping the tip of a spike may bring two vertices together or lay another bare: again until nothing is found.
            for (var (i, steady) = (0, 0); points.Count >= 3 && steady < points.Count; i = (i + 1) % points.Count)
            {
                var (before, here, after) = (points[(i + points.Count - 1) % points.Count], points[i], points[(i + 1) % points.Count]);
                var isDuplicate = Distance(here, after, scale) is var d && (d < profile.DuplicateVertexMetres || d == 0);
                if (!isDuplicate && !IsSpike(before, here, after, scale))
                {
                    steady++;
                    continue;
                }

                // Of two vertices that are one, the first stays: neighbours were digitised against it.
                points.RemoveAt(isDuplicate ? (i + 1) % points.Count : i);
                (duplicates, spikes) = isDuplicate ? (duplicates + 1, spikes) : (duplicates, spikes + 1);
                (i, steady) = (Math.Max(0, Math.Min(i, points.Count) - 2), 0);
            }

            return points.Count < 3 ? null : shape.Factory.CreateLinearRing([.. points.Select(p => p.Copy()), points[0].Copy()]);
        }
    }

    private static double Distance(Coordinate a, Coordinate b, LocalScale scale) =>
        Math.Sqrt((((b.X - a.X) * scale.East) * ((b.X - a.X) * scale.East)) + (((b.Y - a.Y) * scale.North) * ((b.Y - a.Y) * scale.North)));

    private bool IsSpike(Coordinate before, Coordinate here, Coordinate after, LocalScale scale)
    {
        var (inX, inY) = ((here.X - before.X) * scale.East, (here.Y - before.Y) * scale.North);
        var (outX, outY) = ((after.X - here.X) * scale.East, (after.Y - here.Y) * scale.North);
        var along = -((inX * outX) + (inY * outY));
        if (along <= 0) return false;
        var across = Math.Abs((inX * outY) - (inY * outX));
        if (across >= _tangent * along) return false;
        return across / Math.Sqrt(Math.Max((inX * inX) + (inY * inY), (outX * outX) + (outY * outY))) < profile.SpikeWidthMetres;
    }
}
