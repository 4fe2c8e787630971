using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Store.GeoPackage;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>What another program makes of the files.</summary>
public sealed class OgrTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ogrinfo_OfAStore_ReadsEveryLayerWithoutAWarning()
    {
        var path = await StoreAsync();

        var (output, errors) = await Ogr.InfoAsync("-al", "-so", path);

        Assert.Equal("", errors);
        Assert.DoesNotMatch("(?i)warning \\d|error \\d", output);
        foreach (var table in new[] { "district", "parcel", "grant_result", "import_batch", "import_row", "import_diagnostic", "import_finding", "run", "run_subject", "run_verdict" })
        {
            Assert.Contains($"Layer name: {table}\n", output, StringComparison.Ordinal);
        }

        Assert.Contains("China Geodetic Coordinate System 2000", output, StringComparison.Ordinal);
        Assert.Contains("Extent: (117.000000, 31.000000) - (118.001000, 31.001000)", output, StringComparison.Ordinal);
        Assert.Contains("area_hundredths: Integer64", output, StringComparison.Ordinal);
        Assert.Contains("generated: Integer(Boolean)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogrinfo_OfEveryFeature_ReadsItWithoutAWarning()
    {
        var path = await StoreAsync();

        var (output, errors) = await Ogr.InfoAsync("-al", path);

        Assert.Equal("", errors);
        Assert.Contains("MULTIPOLYGON (((117.3 31.8,", output, StringComparison.Ordinal);
        Assert.Contains("area_hundredths (Integer64) = 123456", output, StringComparison.Ordinal);
        Assert.Contains("imported_at (DateTime) = 2026/03/01 08:30:15.250+00", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogrinfo_WithABox_FindsParcelsThroughTheSpatialIndex()
    {
        var path = await StoreAsync();

        var (inside, _) = await Ogr.InfoAsync("-al", "-so", path, "parcel", "-spat", "117.2999", "31.7999", "117.302", "31.802");
        var (outside, _) = await Ogr.InfoAsync("-al", "-so", path, "parcel", "-spat", "100", "20", "101", "21");

        Assert.Contains("Feature Count: 1\n", inside, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 0\n", outside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogrinfo_OfAStoreInUse_ReadsWhatWasSaved()
    {
        await using var store = await GeoPackageStore.OpenAsync(_folder.File("used.gpkg"), TimeProvider.System, CancellationToken.None);
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None);

        var (output, errors) = await Ogr.InfoAsync("-ro", "-al", "-so", _folder.File("used.gpkg"), "parcel");

        Assert.Equal("", errors);
        Assert.Contains("Feature Count: 1\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogrinfo_OfAnAssessment_ReadsParcelsWithTheirCounts()
    {
        var path = _folder.File("assessment.gpkg");
        SubjectAssessment[] subjects =
        [
            Land.Assessed(SubjectKind.Parcel, "P1", "met", "met", "notMet", "needsFacts"),
            Land.Assessed(SubjectKind.Parcel, "gone", "notApplicable"),
            Land.Assessed(SubjectKind.Grant, "3401112007B00001", "value"),
        ];

        await AssessmentGeoPackage.WriteAsync(
            path,
            Land.Run() with { Number = 3 },
            subjects.ToAsyncEnumerable(),
            new[] { Land.Parcel("other"), Land.Parcel("P1", generated: true) }.ToAsyncEnumerable(),
            CancellationToken.None);

        var (output, errors) = await Ogr.InfoAsync("-al", path);
        Assert.Equal("", errors);
        Assert.Contains("met_count (Integer64) = 2", output, StringComparison.Ordinal);
        Assert.Contains("summary (String) = 待补充材料", output, StringComparison.Ordinal);
        Assert.Contains("generated (Integer(Boolean)) = 1", output, StringComparison.Ordinal);
        Assert.Contains("outcome_name (String) = 得出结果", output, StringComparison.Ordinal);
        Assert.Contains("number (Integer64) = 3", output, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task AssessmentGeoPackage_OverALandDatabase_RefusesAndLeavesIt()
    {
        var path = await StoreAsync();

        var error = await Assert.ThrowsAsync<StoreException>(() => AssessmentGeoPackage.WriteAsync(
            path, Land.Run(), AsyncEnumerable.Empty<SubjectAssessment>(), AsyncEnumerable.Empty<Domain.Parcels.Parcel>(), CancellationToken.None));

        Assert.Equal("STORE_EXISTS", error.Code);
        await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
        Assert.NotNull(await store.FindParcelAsync("P1", CancellationToken.None));
    }

    private async Task<string> StoreAsync()
    {
        var path = _folder.File("land.gpkg");
        await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
        _ = await store.SaveAsync(
            Land.Batch(Land.Parcel("P1"), Land.Grant("3401112007B00001"), Land.District(Land.Baohe), new App.Imports.RefusedRow(3, ["a"], [])), CancellationToken.None);
        _ = await store.SaveRunAsync(
            Land.Run(), new[] { Land.Assessed(SubjectKind.Parcel, "P1", "value", "needsFacts") }.ToAsyncEnumerable(), CancellationToken.None);
        return path;
    }
}
