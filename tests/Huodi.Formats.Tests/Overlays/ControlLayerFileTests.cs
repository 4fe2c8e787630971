using Huodi.Formats.Files;
using Huodi.Formats.Overlays;
using Huodi.Formats.Sources;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Tests.Overlays;

/// <summary>A control layer is taken whole or not at all.</summary>
public sealed class ControlLayerFileTests : IDisposable
{
    private const string Square = """{ "type": "Polygon", "coordinates": [[[117.2,31.8],[117.21,31.8],[117.21,31.81],[117.2,31.81],[117.2,31.8]]] }""";
    private const string Bowtie = """{ "type": "Polygon", "coordinates": [[[117.2,31.8],[117.21,31.81],[117.21,31.8],[117.2,31.81],[117.2,31.8]]] }""";
    private const string Line = """{ "type": "LineString", "coordinates": [[117.2,31.8],[117.21,31.8]] }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("huodi-control-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Shapes_OfSoundPolygons_AreThoseOfTheFile()
    {
        using var file = Open(Square);

        var shape = Assert.Single(file.Shapes(CancellationToken.None));

        Assert.Equal(new Envelope(117.2, 117.21, 31.8, 31.81), shape.EnvelopeInternal);
        Assert.Equal(0, file.Repaired);
        Assert.Equal(64, file.Hash().Length);
    }

    [Fact]
    public void Shapes_OfABowtie_IsWhatItEncloses()
    {
        using var file = Open(Bowtie);

        var shape = Assert.Single(file.Shapes(CancellationToken.None));

        Assert.True(shape.IsValid);
        Assert.Equal(1, file.Repaired);
        Assert.Equal(0.01 * 0.01 / 2, shape.Area, 1e-12); // two triangles, each a quarter of the square
    }

    [Theory]
    [InlineData(Line)]
    [InlineData("null")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[117.2,31.8],[117.21,31.8],[117.21,31.81]]] }""")]
    public void Shapes_WithOneThatIsNoArea_RefusesTheFile(string bad)
    {
        using var file = Open(Square, bad);

        var refused = Assert.Throws<FileRefusedException>(() => file.Shapes(CancellationToken.None).ToList());

        Assert.Equal(("CONTROL_SHAPE", 2), (refused.Diagnostic.Code, refused.Diagnostic.Row));
    }

    [Fact]
    public void Shapes_OfALineWithADistance_AreTheGroundAlongIt()
    {
        using var file = Open(500, Line);

        var shape = Assert.Single(file.Shapes(CancellationToken.None));

        Assert.True(shape.Covers(new Point(117.205, 31.804))); // 445 m north of the line
        Assert.False(shape.Covers(new Point(117.205, 31.805))); // 554 m
    }

    [Fact]
    public void Open_WithoutShapes_Refuses() => Assert.Equal("CONTROL_EMPTY", Assert.Throws<FileRefusedException>(() => Open("null")).Diagnostic.Code);

    [Fact]
    public void Open_SwappedAxes_StopsWithTheCorrection()
    {
        const string Swapped = """{ "type": "Polygon", "coordinates": [[[31.8,117.2],[31.81,117.2],[31.81,117.21],[31.8,117.2]]] }""";

        Assert.Equal("GEO_PLACE_SWAPPED", Assert.Throws<FileRefusedException>(() => Open(Swapped)).Diagnostic.Code);
    }

    private ControlLayerFile Open(params string[] geometries) => Open(null, geometries);

    private ControlLayerFile Open(double? within, params string[] geometries)
    {
        var path = Path.Combine(_folder, "control.geojson");
        File.WriteAllText(path, $$"""{ "type": "FeatureCollection", "features": [{{string.Join(',', geometries.Select(g => $$"""{ "type": "Feature", "properties": {}, "geometry": {{g}} }"""))}}] }""");
        return ControlLayerFile.Open(path, SourceOptions.Default, null, within, [], CancellationToken.None);
    }
}
