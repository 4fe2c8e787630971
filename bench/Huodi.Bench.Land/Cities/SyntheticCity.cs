using System.Globalization;
using Huodi.Domain.Geodesy;

namespace Huodi.Bench.Land.Cities;

/// <summary>
/// A land survey made up for measuring: a coverage without gaps of log-normal parcels round Hefei, neighbours sharing their vertices,
/// one in seventy with an island, sixteen attributes each. The same count and seed give the same city. Parcels and shapes are made one by
/// one while they are read.
/// </summary>
internal sealed class SyntheticCity
{
    private const double MeanArea = 20_000;
    private const double ShareOfLeaves = 0.985;
    private const double IslandShare = 0.045;
    private const int Sectors = 40;

    private static readonly string[] Districts = ["340102", "340103", "340104", "340111", "340121", "340122", "340123", "340124", "340181"];

    private static readonly (string Code, string Name)[] Uses =
    [
        ("0101", "水田"), ("0103", "旱地"), ("0201", "果园"), ("0301", "乔木林地"), ("0601", "工业用地"), ("0602", "采矿用地"),
        ("0701", "城镇住宅用地"), ("0702", "农村宅基地"), ("1003", "公路用地"), ("1101", "河流水面"), ("1104", "坑塘水面"), ("1202", "设施农用地"),
    ];

    private readonly int _seed;
    private readonly Treemap _map;

    public SyntheticCity(int parcels, int seed = 42)
    {
        _seed = seed;
        Lattice = new((int)Math.Round(Math.Sqrt(parcels * MeanArea) / Lattice.Step));
        _map = new((int)(parcels * ShareOfLeaves), Lattice.Side, seed);
        Count = parcels;
    }

    /// <summary>Names and SQL types of the attributes.</summary>
    public static IReadOnlyList<(string Name, string Type)> Columns { get; } =
    [
        ("ZDDM", "TEXT"), ("ZDMC", "TEXT"), ("XZQDM", "TEXT"), ("BSM", "TEXT"), ("DLBM", "TEXT"), ("DLMC", "TEXT"), ("QSXZ", "TEXT"),
        ("QSDWDM", "TEXT"), ("QLR", "TEXT"), ("ZL", "TEXT"), ("ZDMJ", "DOUBLE"), ("RJL", "DOUBLE"), ("JZMD", "DOUBLE"), ("DJ", "TEXT"),
        ("SJNF", "INTEGER"), ("GXSJ", "TEXT"),
    ];

    /// <summary>About how many parcels there are.</summary>
    public int Count { get; }

    public Lattice Lattice { get; }

    /// <summary>The parcels.</summary>
    public IEnumerable<SyntheticParcel> Parcels()
    {
        var random = new Random(_seed + 1);
        var serials = new Dictionary<(int, int), int>();
        var number = 0L;
        foreach (var block in _map.Leaves())
        {
            if (block.Width < 4 || block.Height < 4 || random.NextDouble() >= IslandShare)
            {
                yield return Parcel(block, [Lattice.Ring(block)]);
                continue;
            }

            var (x, y) = (block.X0 + 1 + random.Next(block.Width - 2), block.Y0 + 1 + random.Next(block.Height - 2));
            var island = new Block(x, y, Math.Min(x + 1 + random.Next(2), block.X1 - 1), Math.Min(y + 1 + random.Next(2), block.Y1 - 1));
            yield return Parcel(block, [Lattice.Ring(block), Lattice.Ring(island, isHole: true)]);
            yield return Parcel(island, [Lattice.Ring(island)]);
        }

        SyntheticParcel Parcel(Block at, IReadOnlyList<double[]> rings)
        {
            var (gx, gy) = (1 + (at.X0 * Sectors / Lattice.Side), 1 + (at.Y0 * Sectors / Lattice.Side));
            var district = Districts[Math.Min(8, (at.X0 * 3 / Lattice.Side) + (3 * (at.Y0 * 3 / Lattice.Side)))];
            var serial = serials[(gx, gy)] = serials.GetValueOrDefault((gx, gy)) + 1;
            var (use, useName) = Uses[random.Next(Uses.Length)];
            var area = EllipsoidalArea.OfRing(rings[0]) - rings.Skip(1).Sum(r => EllipsoidalArea.OfRing(r));
            return new(rings,
            [
                string.Create(CultureInfo.InvariantCulture, $"{district}{gx:000}{gy:000}GB{serial:00000}"),
                string.Create(CultureInfo.InvariantCulture, $"{gx}街坊{serial}号"),
                district,
                string.Create(CultureInfo.InvariantCulture, $"{++number:0000000000}"),
                use,
                useName,
                random.Next(5) == 0 ? "20" : "30",
                string.Create(CultureInfo.InvariantCulture, $"{district}{gx:000}{gy:000}0000000"),
                string.Create(CultureInfo.InvariantCulture, $"合肥第{random.Next(20_000)}公司"),
                string.Create(CultureInfo.InvariantCulture, $"合肥市第{gx}街道{gy}号"),
                Math.Round(area, 2),
                Math.Round(random.NextDouble() * 3, 2),
                Math.Round(random.NextDouble(), 2),
                (1 + random.Next(9)).ToString(CultureInfo.InvariantCulture),
                (long)(2015 + random.Next(11)),
                string.Create(CultureInfo.InvariantCulture, $"20{random.Next(15, 26):00}-{random.Next(1, 13):00}-{random.Next(1, 29):00}"),
            ]);
        }
    }

    /// <summary>
    /// Polygons whose lines are the edges of parcels, vertex by vertex: rectangles of about so many parcels, one in <paramref name="every"/>
    /// of them, each third with a hole along the edges of the parcels inside.
    /// </summary>
    public IEnumerable<ControlShape> AlongEdges(string name, int parcelsEach, int every)
    {
        var random = new Random(_seed + parcelsEach);
        foreach (var (block, _) in _map.Blocks(parcelsEach))
        {
            if (random.Next(every) != 0) continue;
            var inner = new Block(block.X0 + (block.Width / 3), block.Y0 + (block.Height / 3), block.X1 - (block.Width / 3), block.Y1 - (block.Height / 3));
            var hasHole = inner is { Width: > 0, Height: > 0 } && block.Width > 3 && block.Height > 3 && random.Next(3) == 0;
            yield return new(name, hasHole ? [Lattice.Ring(block), Lattice.Ring(inner, isHole: true)] : [Lattice.Ring(block)]);
        }
    }

    /// <summary>Wobbly blobs that cut through parcels anywhere: so many of them, covering about a share of the city.</summary>
    public IEnumerable<ControlShape> Across(string name, int count, double share, int leastVertices, int mostVertices)
    {
        var random = new Random(_seed + count);
        var rows = (int)Math.Ceiling(Math.Sqrt(count));
        var cell = 2 * Lattice.Half / rows;
        for (var k = 0; k < count; k++)
        {
            var radius = Math.Min(Math.Sqrt(share / Math.PI) * cell * Math.Exp((0.5 * Treemap.Gauss(random)) - 0.25), cell * 0.36);
            var x = -Lattice.Half + (((k % rows) + 0.5) * cell) + ((random.NextDouble() - 0.5) * cell * 0.1);
            var y = -Lattice.Half + (((k / rows) + 0.5) * cell) + ((random.NextDouble() - 0.5) * cell * 0.1);
            var vertices = leastVertices + (int)((mostVertices - leastVertices) * Math.Pow(random.NextDouble(), 2));
            yield return new(name, [Blob(random, x, y, radius, vertices)]);
        }
    }

    private static double[] Blob(Random random, double x, double y, double radius, int vertices)
    {
        const int Waves = 24;
        var waves = Enumerable.Range(2, Waves - 2).Select(h => (h, 0.28 * (random.NextDouble() - 0.2) / h, random.NextDouble() * 2 * Math.PI)).ToList();
        var ring = new double[(2 * vertices) + 2];
        for (var i = 0; i < vertices; i++)
        {
            var angle = 2 * Math.PI * i / vertices;
            var reach = radius * Math.Max(0.25, 1 + (0.02 * (random.NextDouble() - 0.5)) + waves.Sum(w => w.Item2 * Math.Sin((w.h * angle) + w.Item3)));
            (ring[2 * i], ring[(2 * i) + 1]) = Lattice.Degrees(x + (reach * Math.Cos(angle)), y + (reach * Math.Sin(angle)));
        }

        (ring[^2], ring[^1]) = (ring[0], ring[1]);
        return ring;
    }
}
