using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.SpatialIndexes;

/// <summary>An entry of an R-tree: bounds in single precision, rounded outwards, of the row or node of that number.</summary>
internal readonly record struct Box(long Id, float MinX, float MaxX, float MinY, float MaxY)
{
    public float DoubleX => MinX + MaxX;

    public float DoubleY => MinY + MaxY;

    public static Box Of(long id, Envelope bounds) => new(id, Down(bounds.MinX), Up(bounds.MaxX), Down(bounds.MinY), Up(bounds.MaxY));

    /// <summary>What holds all of them, under a number of its own.</summary>
    public static Box Around(long id, ReadOnlySpan<Box> boxes)
    {
        var (minX, maxX, minY, maxY) = (float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity, float.NegativeInfinity);
        foreach (var box in boxes)
        {
            minX = Math.Min(minX, box.MinX);
            maxX = Math.Max(maxX, box.MaxX);
            minY = Math.Min(minY, box.MinY);
            maxY = Math.Max(maxY, box.MaxY);
        }

        return new Box(id, minX, maxX, minY, maxY);
    }

    private static float Down(double number) => (float)number is var single && single > number ? MathF.BitDecrement(single) : single;

    private static float Up(double number) => (float)number is var single && single < number ? MathF.BitIncrement(single) : single;
}
