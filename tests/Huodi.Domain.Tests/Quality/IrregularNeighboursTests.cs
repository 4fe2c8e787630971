using Huodi.Domain.Geodesy;
using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Domain.Tests.Quality;

/// <summary>Parcels whose boundaries wander, as rivers and old walls do, and are shared point for point.</summary>
public sealed class IrregularNeighboursTests
{
    private const int Size = 8;
    private const int Steps = 20;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);

    [Fact]
    public void Run_OfSharedBoundaries_FindsNothing() => Assert.Empty(Find(City()));

    [Fact]
    public void Run_OfABoundaryDrawnBack_FindsTheGapWithItsArea()
    {
        var city = City();
        var whole = city["3-3"];
        city["3-3"] = Moved(whole, 3e-6); // 0.28 m to the east

        var found = Find(city);

        var lost = EllipsoidalArea.SquareMetres(whole) - EllipsoidalArea.SquareMetres(city["3-3"]);
        Assert.All(found, f => Assert.Equal(("2-3", "3-3", "NEIGHBOUR_GAP"), (f.Parcel, f.Other, f.Finding.Code)));
        Assert.Equal(1, found.Sum(f => f.Finding.Figures[0].Value) / lost, 0.02); // closing rounds the corners of the gap
    }

    [Fact]
    public void Run_OfABoundaryDrawnOver_FindsTheOverlapWithItsArea()
    {
        var city = City();
        var whole = city["3-3"];
        city["3-3"] = Moved(whole, -3e-6);

        var found = Find(city).Where(f => f.Finding.Code == "NEIGHBOUR_OVERLAP").ToList();

        var gained = EllipsoidalArea.SquareMetres(city["3-3"]) - EllipsoidalArea.SquareMetres(whole);
        Assert.All(found, f => Assert.Equal(("2-3", "3-3"), (f.Parcel, f.Other)));
        Assert.Equal(1, found.Sum(f => f.Finding.Figures[0].Value) / gained, 0.001);
    }

    private static IReadOnlyList<ParcelFinding> Find(Dictionary<string, Polygon> city)
    {
        var check = new NeighbourCheck(QualityProfile.Default);
        foreach (var (id, shape) in city) check.Add(id, shape, shape.IsValid);
        return check.Run(CancellationToken.None);
    }

    /// <summary>The inner corners of the western boundary, moved east.</summary>
    private static Polygon Moved(Polygon parcel, double east)
    {
        var ring = parcel.ExteriorRing.Coordinates.Select(c => c.Copy()).ToArray();
        for (var i = ring.Length - Steps; i < ring.Length - 1; i++) ring[i].X += east;
        return Factory.CreatePolygon(ring);
    }

    private static Dictionary<string, Polygon> City()
    {
        var random = new Random(20261122);
        var (across, up) = (new Coordinate[Size + 1, Size + 1][], new Coordinate[Size + 1, Size + 1][]);
        for (var i = 0; i <= Size; i++)
        {
            for (var j = 0; j <= Size; j++) (across[i, j], up[i, j]) = (Wander(i, j, 1, 0, random), Wander(i, j, 0, 1, random));
        }

        var city = new Dictionary<string, Polygon>(StringComparer.Ordinal);
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                city[FormattableString.Invariant($"{i}-{j}")] = Factory.CreatePolygon(
                    [.. across[i, j], .. up[i + 1, j].Skip(1), .. across[i, j + 1].Reverse().Skip(1), .. up[i, j].Reverse().Skip(1)]);
            }
        }

        return city;
    }

    /// <summary>From one corner of the lattice to the next, a metre or so to this side and that.</summary>
    private static Coordinate[] Wander(int i, int j, int east, int north, Random random)
    {
        const double Cell = 0.001;
        const double Metre = 1e-5;
        return [.. Enumerable.Range(0, Steps + 1).Select(k =>
        {
            var aside = k is 0 or Steps ? 0 : (random.NextDouble() - 0.5) * 2 * Metre;
            var along = (double)k / Steps;
            return new Coordinate(117.2 + (Cell * (i + (along * east))) + (aside * north), 31.8 + (Cell * (j + (along * north))) + (aside * east));
        })];
    }
}
