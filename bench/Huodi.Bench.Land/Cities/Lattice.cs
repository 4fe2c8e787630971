namespace Huodi.Bench.Land.Cities;

/// <summary>
/// The nodes that all lines of a synthetic city run through: a square lattice, each node moved a little and the whole bent by waves, so
/// that no line is straight and neighbours share their vertices exactly. Degrees are rounded to nine decimals, as survey files are.
/// </summary>
internal sealed class Lattice(int side)
{
    /// <summary>Metres between nodes.</summary>
    public const double Step = 32;

    private const double Jitter = 14;
    private const double Longitude = 117.23;
    private const double Latitude = 31.82;
    private const int Decimals = 9;

    private readonly double _half = side * Step / 2;

    /// <summary>Nodes along a side.</summary>
    public int Side { get; } = side;

    /// <summary>Half the width of the city, in metres.</summary>
    public double Half => _half;

    /// <summary>Degrees of a place given in metres from the middle.</summary>
    public static (double Longitude, double Latitude) Degrees(double x, double y)
    {
        var east = x + (700 * Math.Sin(y / 3100)) + (90 * Math.Sin((x / 610) + (y / 470)));
        var north = y + (700 * Math.Sin(x / 2900)) + (90 * Math.Sin((y / 530) - (x / 720)));
        var longitude = Longitude + (east / (111_320 * Math.Cos(double.DegreesToRadians(Latitude))));
        return (Math.Round(longitude, Decimals), Math.Round(Latitude + (north / 110_890), Decimals));
    }

    /// <summary>The closed ring round a rectangle of nodes, counter-clockwise: longitude, latitude, longitude, …</summary>
    public double[] Ring(in Block block, bool isHole = false)
    {
        var ring = new List<double>(4 * (block.Width + block.Height) + 2);
        for (var i = block.X0; i < block.X1; i++) Node(i, block.Y0, ring);
        for (var j = block.Y0; j < block.Y1; j++) Node(block.X1, j, ring);
        for (var i = block.X1; i > block.X0; i--) Node(i, block.Y1, ring);
        for (var j = block.Y1; j > block.Y0; j--) Node(block.X0, j, ring);
        ring.Add(ring[0]);
        ring.Add(ring[1]);
        return isHole ? Reverse(ring) : [.. ring];
    }

    private static double[] Reverse(List<double> ring)
    {
        var reversed = new double[ring.Count];
        for (var i = 0; i < ring.Count; i += 2) (reversed[i], reversed[i + 1]) = (ring[ring.Count - 2 - i], ring[ring.Count - 1 - i]);
        return reversed;
    }

    private void Node(int i, int j, List<double> ring)
    {
        var (longitude, latitude) = Degrees((i * Step) - _half + (Jitter * Noise(i, j, 1)), (j * Step) - _half + (Jitter * Noise(i, j, 2)));
        ring.Add(longitude);
        ring.Add(latitude);
    }

    /// <summary>Even noise from −½ to ½ that depends on nothing but its arguments.</summary>
    private static double Noise(int i, int j, uint kind)
    {
        unchecked
        {
            var h = ((uint)i * 0x9E37_79B1u) ^ ((uint)j * 0x85EB_CA77u) ^ (kind * 0xC2B2_AE3Du);
            h = (h ^ (h >> 15)) * 0x2C1B_3C6Du;
            h = (h ^ (h >> 12)) * 0x297A_2D39u;
            return ((h ^ (h >> 15)) / 4294967296.0) - 0.5;
        }
    }
}
