using Huodi.Domain.Districts;
using NetTopologySuite.Geometries;

namespace Huodi.App.Demo;

/// <summary>Where generated parcels lie in one district: cells near a few made-up parks first, each with one turned block in it.</summary>
internal sealed class DemoSites
{
    private const double LeastArea = 3_600;
    private const double MostArea = 190_000;
    private const double DegreeStep = 1e-8;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);
    private readonly DemoGrid _grid;
    private readonly double _radius;
    private readonly double _half;
    private readonly ulong _seed;
    private readonly (double X, double Y, double Angle)[] _parks;

    public DemoSites(District district, double cell, ulong seed)
    {
        District = district;
        _grid = DemoGrid.Of(district.Boundary, cell);
        _half = (cell / 2) - 2;
        _radius = _half * 0.97;
        _seed = DemoRandom.For(seed, ulong.Parse(district.Code.Digits, System.Globalization.CultureInfo.InvariantCulture)).Next();
        var random = DemoRandom.For(_seed, 0);
        _parks = Capacity == 0 ? [] : [.. Enumerable.Range(0, 6).Select(_ => Park(_grid.Inside[random.Whole(0, Capacity - 1)], random.Between(0, Math.PI / 2)))];
    }

    public District District { get; }

    /// <summary>How many parcels the district can hold.</summary>
    public int Capacity => _grid.Inside.Length;

    /// <summary>The random stream of a parcel of this district.</summary>
    public DemoRandom RandomFor(int number) => DemoRandom.For(_seed, (ulong)number);

    /// <summary>The first <paramref name="count"/> cells, nearest to a park first, with some disorder.</summary>
    public int[] Choose(int count)
    {
        var random = DemoRandom.For(_seed, ulong.MaxValue - 1);
        var cells = (int[])_grid.Inside.Clone();
        var keys = Array.ConvertAll(cells, c => (float)((1 + Nearest(c).Distance) * random.Between(0.2, 1.8)));
        Array.Sort(keys, cells);
        return cells[..count];
    }

    /// <summary>A block turned like its park, inside the cell, and its area in ㎡ by the scales of its own latitude.</summary>
    public (Polygon Shape, decimal Area) Block(int cell, DemoRandom random)
    {
        var most = Math.Min(MostArea, 1.7 * _radius * _radius);
        var area = LeastArea * Math.Pow(most / LeastArea, Math.Pow(random.Share(), 1.3));
        var half = Math.Atan(random.Between(0.5, 1));
        var reach = Math.Sqrt(area / (2 * Math.Sin(2 * half)));
        if (reach > _radius) (half, reach) = (Math.PI / 4, Math.Min(_radius, Math.Sqrt(area / 2)));

        var slack = Math.Max(0, _half - reach) * 0.8;
        var (longitude, latitude) = _grid.Centre(cell);
        var metres = LocalMetres.At(latitude);
        var (x, y) = (random.Between(-slack, slack), random.Between(-slack, slack));
        var angle = Nearest(cell).Angle;
        var corners = new Coordinate[5];
        for (var i = 0; i < 4; i++)
        {
            var direction = angle + (i % 2 == 0 ? half : Math.PI - half) + (i / 2 * Math.PI);
            var length = reach * random.Between(0.95, 1);
            corners[i] = new(
                Rounded(longitude + ((x + (length * Math.Cos(direction))) / metres.PerLongitude)),
                Rounded(latitude + ((y + (length * Math.Sin(direction))) / metres.PerLatitude)));
        }

        corners[4] = corners[0].Copy();
        var shape = Factory.CreatePolygon(corners);
        var scale = LocalMetres.At(corners.Take(4).Average(c => c.Y));
        return (shape, Math.Round((decimal)(shape.Area * scale.PerLongitude * scale.PerLatitude), 2, MidpointRounding.AwayFromZero));
    }

    private static double Rounded(double degrees) => Math.Round(Math.Round(degrees / DegreeStep) * DegreeStep, 8);

    private (double X, double Y, double Angle) Park(int cell, double angle) => (_grid.Column(cell), _grid.Row(cell), angle);

    private (double Distance, double Angle) Nearest(int cell)
    {
        var (x, y) = (_grid.Column(cell), _grid.Row(cell));
        var best = (Distance: double.MaxValue, Angle: 0.0);
        foreach (var park in _parks)
        {
            var distance = ((park.X - x) * (park.X - x)) + ((park.Y - y) * (park.Y - y));
            if (distance < best.Distance) best = (distance, park.Angle);
        }

        return (Math.Sqrt(best.Distance), best.Angle);
    }
}
