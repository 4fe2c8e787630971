using Huodi.Domain.Districts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Geodesy.Placement;
using Xunit;
using Points = System.Collections.Generic.IReadOnlyList<(double X, double Y)>;

namespace Huodi.Domain.Tests.Geodesy;

/// <summary>Over every district of four real cities: right files pass, and each mistake is found and named.</summary>
public sealed class PlacementJudgeTests
{
    private const int PointsEach = 40;

    public static TheoryData<string> CityNames => [.. Cities.Names];

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfACorrectFileInAnySystem_Fits(string city) => ForEach(city, (extent, district, places) =>
    {
        foreach (var system in Systems(places))
        {
            var points = Project(system, places);
            foreach (var known in new[] { extent, KnownExtent.China })
            {
                var verdict = PlacementJudge.Judge(StatedCoordinateSystem.Of(system), points, known);

                Assert.True(verdict is { Outcome: PlacementOutcome.Fits, IsAccepted: true }, $"{district.Name} {system}: {verdict.Problem}");
                Assert.Same(system, verdict.System);
            }
        }
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfASmallFile_IsNoFalseAlarm(string city) => ForEach(city, (extent, district, places) =>
    {
        // One parcel of five corners, thirty metres wide, in decimal degrees.
        var (x, y) = places[0];
        Points parcel = [(x, y), (x + 0.0003, y), (x + 0.0003, y + 0.0003), (x, y + 0.0003), (x, y)];

        Assert.True(PlacementJudge.Judge(StatedCoordinateSystem.Of(CoordinateSystems.Cgcs2000), parcel, extent).IsAccepted, district.Name);
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfAnEastValueWithoutItsZone_NamesThePlaneWithoutIt(string city) => ForEach(city, (extent, district, places) =>
    {
        var meridian = Meridian(places);
        var stated = CoordinateSystems.ThreeDegree(meridian, hasPrefix: true)!;
        var really = CoordinateSystems.ThreeDegree(meridian, hasPrefix: false)!;

        foreach (var known in new[] { extent, KnownExtent.China }) Mistaken("GEO_PLACE_NO_PREFIX", really, stated, Project(really, places), known, district);
        Mistaken("GEO_PLACE_PREFIX", stated, really, Project(stated, places), extent, district);
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfSwappedAxes_SaysSo(string city) => ForEach(city, (extent, district, places) =>
    {
        foreach (var system in Systems(places).Where(s => s.Form != CoordinateForm.WebMercator))
        {
            var verdict = Mistaken("GEO_PLACE_SWAPPED", system, system, [.. Project(system, places).Select(p => (p.Y, p.X))], extent, district);
            Assert.True(verdict.Reading!.IsSwapped);
        }
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfTheWrongZone_FindsTheRightOne(string city) => ForEach(city, (extent, district, places) =>
    {
        var meridian = Meridian(places);
        foreach (var wrong in new[] { meridian - 3, meridian + 3 })
        {
            var right = CoordinateSystems.ThreeDegree(meridian, hasPrefix: false)!;
            Mistaken("GEO_PLACE_ZONE", right, CoordinateSystems.ThreeDegree(wrong, hasPrefix: false)!, Project(right, places), extent, district);

            var prefixed = CoordinateSystems.ThreeDegree(meridian, hasPrefix: true)!;
            Mistaken("GEO_PLACE_ZONE", prefixed, CoordinateSystems.ThreeDegree(wrong, hasPrefix: true)!, Project(prefixed, places), extent, district);

            // The wrong number before values of the right zone: only where the shapes fall tells.
            var pasted = CoordinateSystems.ThreeDegree(wrong, hasPrefix: true)!;
            var shift = pasted.Zone!.Value.FalseEasting - prefixed.Zone!.Value.FalseEasting;
            var verdict = PlacementJudge.Judge(StatedCoordinateSystem.Of(pasted), [.. Project(prefixed, places).Select(p => (p.X + shift, p.Y))], extent);
            Assert.False(verdict.IsAccepted, district.Name);
        }
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfDegreesUnderTheNameOfMetresAndBack_SaysSo(string city) => ForEach(city, (extent, district, places) =>
    {
        var plane = CoordinateSystems.ThreeDegree(Meridian(places), hasPrefix: true)!;

        Mistaken("GEO_PLACE_DEGREES", CoordinateSystems.Cgcs2000, plane, places, extent, district);
        Mistaken("GEO_PLACE_METRES", plane, CoordinateSystems.Cgcs2000, Project(plane, places), extent, district);
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfPackedDegreesMinutesAndSeconds_SaysSo(string city) => ForEach(city, (extent, district, places) =>
    {
        var many = Cities.Places(district, 400, 7);
        Points after = [.. many.Select(p => (Pack(p.X) / 10_000, Pack(p.Y) / 10_000))];
        Points whole = [.. places.Select(p => (Pack(p.X), Pack(p.Y)))];
        var width = district.Boundary.EnvelopeInternal;

        Mistaken("GEO_PLACE_DMS", CoordinateSystems.Cgcs2000, CoordinateSystems.Cgcs2000, whole, extent, district);

        // In a district a few kilometres wide the minutes do not vary enough to tell; it may fall outside, or pass.
        if (Math.Min(width.Width, width.Height) > 0.15)
        {
            Mistaken("GEO_PLACE_DMS", CoordinateSystems.Cgcs2000, CoordinateSystems.Cgcs2000, after, extent, district);
        }
    });

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfALostDecimalPoint_SaysSo(string city) => ForEach(city, (extent, district, places) =>
    {
        var plane = CoordinateSystems.ThreeDegree(Meridian(places), hasPrefix: true)!;

        Mistaken("GEO_PLACE_DECIMAL", plane, plane, [.. Project(plane, places).Select(p => (p.X * 1000, p.Y * 1000))], extent, district);
        Mistaken("GEO_PLACE_DECIMAL", CoordinateSystems.Cgcs2000, CoordinateSystems.Cgcs2000, [.. places.Select(p => (p.X * 1e6, p.Y * 1e6))], extent, district);
    });

    [Fact]
    public void Judge_OfAFileWithTwoZones_AsksToSplitIt()
    {
        var districts = Cities.Districts("dalian");
        var places = Cities.Places(districts.Single(d => d.Code.Digits == "210281"), 200, 3);
        Points mixed = [.. places.Select(p => CoordinateSystems.ThreeDegree(p.X < 121.5 ? 120 : 123, hasPrefix: true)!.FromDegrees(p.X, p.Y))];
        Assert.Equal(2, mixed.Select(p => (int)(p.X / 1e6)).Distinct().Count());

        var verdict = PlacementJudge.Judge(StatedCoordinateSystem.Of(CoordinateSystems.Find(4529)!), mixed, KnownExtent.Of(districts));

        Assert.Equal("GEO_PLACE_MIXED_ZONES", verdict.Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(CityNames))]
    public void Judge_OfAFileThatSaysNothing_InfersWhatItsNumbersName(string city) => ForEach(city, (extent, district, places) =>
    {
        foreach (var system in Systems(places))
        {
            var verdict = PlacementJudge.Judge(StatedCoordinateSystem.None, Project(system, places), extent);

            Assert.True(verdict.Outcome == PlacementOutcome.Inferred, $"{district.Name} {system}: {verdict.Problem}");
            Assert.Equal(system.ToDegrees(system.FromDegrees(places[0].X, places[0].Y).X, 0).Longitude, verdict.System!.ToDegrees(system.FromDegrees(places[0].X, places[0].Y).X, 0).Longitude, 1e-9);
        }

        var bare = Project(CoordinateSystems.ThreeDegree(Meridian(places), hasPrefix: false)!, places);
        Assert.Equal("GEO_PLACE_AMBIGUOUS", PlacementJudge.Judge(StatedCoordinateSystem.None, bare, KnownExtent.China).Problem?.Code);
    });

    [Fact]
    public void Judge_OfAnotherCity_ReportsWhereItLies()
    {
        var extent = KnownExtent.Of(Cities.Districts("hefei"));
        var places = Cities.Places(Cities.Districts("urumqi")[0], 50, 1);

        var verdict = PlacementJudge.Judge(StatedCoordinateSystem.Of(CoordinateSystems.Cgcs2000), places, extent);

        Assert.Equal((PlacementOutcome.Elsewhere, "GEO_PLACE_ELSEWHERE"), (verdict.Outcome, verdict.Problem?.Code));
        Assert.Contains("87.", verdict.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_OfAFewRowsOutside_LetsTheRowsSpeak()
    {
        var districts = Cities.Districts("hefei");
        Points places = [.. Cities.Places(districts[0], 50, 1), (0, 0), (double.NaN, 31), (117, 91)];

        Assert.True(PlacementJudge.Judge(StatedCoordinateSystem.Of(CoordinateSystems.Cgcs2000), places, KnownExtent.Of(districts)).IsAccepted);
    }

    [Fact]
    public void Judge_OfAnOldDatum_RefusesBeforeLooking()
    {
        var verdict = PlacementJudge.Judge(StatedCoordinateSystem.Read("EPSG:2364"), [(40_500_000, 4_300_000)], KnownExtent.China);

        Assert.Equal("GEO_CRS_DATUM", verdict.Problem?.Code);
    }

    private static PlacementVerdict Mistaken(
        string code, CoordinateSystem really, CoordinateSystem stated, Points points, KnownExtent extent, District district)
    {
        var verdict = PlacementJudge.Judge(StatedCoordinateSystem.Of(stated), points, extent);

        Assert.True(verdict.Problem?.Code == code, $"{district.Name}, {stated} for {really}: {verdict.Outcome} {verdict.Problem}");
        Assert.Same(really, verdict.Reading!.System);
        return verdict;
    }

    private static IEnumerable<CoordinateSystem> Systems(Points places)
    {
        var meridian = Meridian(places);
        yield return CoordinateSystems.Cgcs2000;
        yield return CoordinateSystems.WebMercatorMetres;
        foreach (var used in new[] { meridian - 3, meridian, meridian + 3 })
        {
            yield return CoordinateSystems.ThreeDegree(used, hasPrefix: true)!;
            yield return CoordinateSystems.ThreeDegree(used, hasPrefix: false)!;
        }

        yield return CoordinateSystems.SixDegree((6 * (int)(places[0].X / 6)) + 3, hasPrefix: true)!;
    }

    private static void ForEach(string city, Action<KnownExtent, District, Points> check)
    {
        var districts = Cities.Districts(city);
        var extent = Cities.Extent(city);
        Assert.NotEmpty(districts);
        foreach (var district in districts) check(extent, district, Cities.Places(district, PointsEach, district.Code.Digits.Sum(c => c)));
    }

    private static int Meridian(Points places) => 3 * (int)Math.Round(places.Average(p => p.X) / 3);

    private static Points Project(CoordinateSystem system, Points places) => [.. places.Select(p => system.FromDegrees(p.X, p.Y))];

    private static double Pack(double degrees)
    {
        var whole = Math.Floor(degrees);
        var minutes = Math.Floor((degrees - whole) * 60);
        return Math.Round((whole * 10_000) + (minutes * 100) + (((degrees - whole) * 3600) - (minutes * 60)), 6);
    }
}
