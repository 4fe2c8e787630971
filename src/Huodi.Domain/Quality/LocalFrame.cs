using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Huodi.Domain.Quality;

/// <summary>Metres east and north of a place: a plane in which widths can be measured around one pair of parcels.</summary>
internal readonly record struct LocalFrame(double Longitude, double Latitude, LocalScale Scale)
{
    public static LocalFrame At(double longitude, double latitude) => new(longitude, latitude, LocalScale.At(latitude));

    public Coordinate ToMetres(double longitude, double latitude) => new((longitude - Longitude) * Scale.East, (latitude - Latitude) * Scale.North);

    /// <summary>A geometry of this frame in degrees.</summary>
    public Geometry ToDegrees(Geometry metres)
    {
        var back = AffineTransformation.ScaleInstance(1 / Scale.East, 1 / Scale.North).Translate(Longitude, Latitude);
        return back.Transform(metres);
    }
}
