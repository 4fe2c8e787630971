using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>㎡ of a shape in degrees.</summary>
internal static class EllipsoidArea
{
    public static double Of(Geometry shape)
    {
        var scale = LocalScale.At(shape.EnvelopeInternal.Centre.Y);
        return shape.Area * scale.East * scale.North;
    }
}
