using System.Text;
using Huodi.App.Imports;

namespace Huodi.Formats.Tests.Imports;

public sealed class ParcelImportTests : IDisposable
{
    private readonly ImportTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public async Task Run_Properties_AreFactsByName()
    {
        var report = await ReadAsync(Feature(
            """
            "宗地代码":"340111001001GB00001","名称":"一号地","行政区划代码":"340111","宗地面积":12345.67,"约定开工日期":"2025-03-01","房地产用地":true,
            "权利类型":"出让","不计入期间":[{"原因":"司法查封","起":"2025-04-01","止":null}],"备注":"不读","应动工面积":null
            """));

        var parcel = Assert.Single(await _trial.ParcelsAsync());
        Assert.Equal(("340111001001GB00001", "一号地", "340111", false), (parcel.Id, parcel.Name, parcel.Division.Digits, parcel.IsGenerated));
        Assert.Equal(
            """{"宗地代码":"340111001001GB00001","行政区划代码":"340111","宗地面积":12345.67,"约定开工日期":"2025-03-01","房地产用地":true,"权利类型":"出让","不计入期间":[{"原因":"司法查封","起":"2025-04-01","止":null}]}""",
            parcel.Facts.ToJson().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["AREA_DIFFERENCE", "GEO_CRS_UNSTATED"], report.Warnings.Select(w => w.Code));
        Assert.Contains(_trial.Told, l => l.Contains("备注", StringComparison.Ordinal) && l.Contains("没有对应", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Facts_KnowFileRowAndColumn()
    {
        _ = await ReadAsync(
            Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\""),
            Feature("\"宗地代码\":\"B\",\"行政区划代码\":\"340111\",\"ZDMJ\":12.5"));

        var fact = (await _trial.ParcelsAsync()).Single(p => p.Id == "B").Facts.Find("宗地面积");
        Assert.NotNull(fact);
        Assert.Equal(("宗地.geojson", 2, "ZDMJ"), (fact.Source.File, fact.Source.Row, fact.Source.Column));
    }

    [Fact]
    public async Task Run_MeasuredArea_IsTheEllipsoidsNotTheRegisters()
    {
        _ = await ReadAsync(Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":5", "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.71],[117.2,31.7]]]"));

        var parcel = Assert.Single(await _trial.ParcelsAsync());
        Assert.NotNull(parcel.MeasuredArea);
        // a²(1−e²)·Δλ·∫cosφ/(1−e²sin²φ)²dφ on the ellipsoid of CGCS2000, integrated in 100,000 steps in Python.
        Assert.Equal(1_051_096.39m, parcel.MeasuredArea.Value.SquareMetres, 2);
        Assert.Equal("5", parcel.Facts.Find("宗地面积")?.Value.ToJsonString());
    }

    [Theory]
    [InlineData("1051096.39", false)]
    [InlineData("1061600", false)] // 10,503.61 ㎡, 0.9894 % of the registered figure
    [InlineData("1062000", true)] // 10,903.61 ㎡, 1.0267 %
    [InlineData("5", true)]
    public async Task Run_RegisteredAreaBesideTheMeasured_IsToldOverTheTolerance(string registered, bool isTold)
    {
        var report = await ReadAsync(Feature($"\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":{registered}", "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.71],[117.2,31.7]]]"));

        var told = report.Warnings.SingleOrDefault(w => w.Code == "AREA_DIFFERENCE");
        Assert.Equal(isTold, told is not null);
        if (isTold) Assert.Contains("量算面积 1051096.39 平方米", told!.Message, StringComparison.Ordinal); // as asserted
        var parcel = Assert.Single(await _trial.ParcelsAsync());
        Assert.Equal((registered, 1_051_096.39m), (parcel.Facts.Find("宗地面积")?.Value.ToJsonString(), parcel.MeasuredArea?.SquareMetres));
    }

    [Fact]
    public async Task Run_AreasUnderACitysOwnTolerance_AreNotTold()
    {
        using var settings = new MemoryStream("""{ "settings": { "areaDifferenceSquareMetres": { "value": 20000 } } }"""u8.ToArray());
        var file = _trial.Write("a.geojson", $$"""{"type":"FeatureCollection","features":[{{Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":1062000", "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.71],[117.2,31.7]]]")}}]}""");

        var report = await _trial.RunAsync(_trial.Job(file) with { Quality = Domain.Quality.QualityProfile.Read(settings) });

        Assert.DoesNotContain(report.Warnings, w => w.Code == "AREA_DIFFERENCE");
    }

    [Theory]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":\"很大\"", "FACT_TYPE")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"约定开工日期\":\"2025年13月1日\"", "FACT_TYPE")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"权利类型\":\"转让\"", "FACT_TYPE")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":1,\"宗地面积\":2", "FACT_TWICE")]
    [InlineData("\"行政区划代码\":\"340111\"", "PARCEL_ID_BLANK")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"包河\"", "PARCEL_DIVISION")]
    public async Task Run_BadProperty_RefusesTheParcelAlone(string properties, string code)
    {
        var report = await ReadAsync(Feature("\"宗地代码\":\"Z\",\"行政区划代码\":\"340111\""), Feature(properties));

        Assert.Equal(1, report.Added);
        Assert.Equal(code, Sample.Complete(Assert.Single(Assert.Single(report.Refused).Diagnostics, d => d.Severity == ImportSeverity.Error)).Code);
        Assert.Equal(2, report.Refused[0].Row);
    }

    [Fact]
    public async Task Run_NoDivision_IsReadFromTheCodeThenFromTheMap()
    {
        var report = await ReadAsync(Feature("\"宗地代码\":\"340102001001GB00001\""), Feature("\"宗地代码\":\"短号\""));

        var parcels = await _trial.ParcelsAsync();
        Assert.Equal("340102", parcels.Single(p => p.Id.Length == 19).Division.Digits);
        Assert.Equal("340123", parcels.Single(p => p.Id == "短号").Division.Digits); // 肥西县: SpatiaLite's ST_Contains of the same boundaries
        Assert.Equal(2, Assert.Single(report.Warnings, w => w.Code == "PARCEL_DIVISION_BY_MAP").Row);
    }

    [Fact]
    public async Task Run_InvalidBoundary_IsNeverRepaired()
    {
        const string Bowtie = "[[[117.2,31.7],[117.21,31.71],[117.21,31.7],[117.2,31.71],[117.2,31.7]]]";

        var report = await ReadAsync(Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\""), Feature("\"宗地代码\":\"B\",\"行政区划代码\":\"340111\"", Bowtie));

        Assert.Equal("SHAPE_SELF_INTERSECTION", Assert.Single(Assert.Single(report.Refused).Diagnostics).Code);
    }

    [Fact]
    public async Task Run_DryRun_ReportsAndStoresNothing()
    {
        var report = await _trial.RunAsync(_trial.Job(Collection(Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\""))) with { IsDryRun = true, SaveMappingTo = _trial.File("mapping.yaml") });

        Assert.Equal((0L, 1), (report.Batch, report.Added));
        Assert.False(_trial.IsStoreOpened);
        Assert.False(File.Exists(_trial.File("mapping.yaml")));
    }

    [Fact]
    public async Task Run_Mapping_IsSavedAndUsedNextTime()
    {
        var file = Collection(Feature("\"甲\":\"A\",\"区\":\"340111\",\"ZDMJ\":3"));
        var saved = _trial.Write("mapping.yaml", "- 图层: parcels\n  适用列: [甲, 区, ZDMJ]\n  编号列: 甲\n  行政区划列: 区\n  字段:\n    - { 列: ZDMJ, 事实: 宗地面积, 单位: 亩 }\n");

        var report = await _trial.RunAsync(_trial.Job(file) with { SaveMappingTo = saved });

        Assert.Equal(1, report.Added);
        Assert.Equal("2000", (await _trial.ParcelsAsync())[0].Facts.Find("宗地面积")?.Value.ToJsonString()); // 3 亩 = 2000 ㎡ exactly
    }

    [Theory]
    [InlineData("- 图层: parcels\n  字段:\n    - { 列: 没有, 事实: 宗地面积 }\n", "MAPPING_COLUMN", "没有")]
    [InlineData("- 图层: parcels\n  字段:\n    - { 列: 甲, 事实: 宗地面积积 }\n", "MAPPING_FACT", "宗地面积积")]
    [InlineData("- 图层: parcels\n  字段:\n    - { 列: 甲, 事实: 宗地面积, 单位: 斤 }\n", "MAPPING_UNIT", "斤")]
    [InlineData("- 图层: parcels\n  字段:\n    - { 列: 甲, 事实: 宗地面积 }\n    - { 列: 区, 事实: 宗地面积 }\n", "MAPPING_TWICE", "宗地面积")]
    [InlineData("- 图层: parcels\n  字段:\n    - { 列: 甲, 事 实: 宗地面积 }\n", "MAPPING_KEY", "第 3 行第 15 列")]
    [InlineData("- 图层: parcels\n  字段: [\n", "MAPPING_YAML", "第 3 行第 1 列")]
    [InlineData("- 图层: districts\n", "MAPPING_LAYER", "parcels")]
    public async Task Run_BadMapping_IsNamedWithItsPlace(string yaml, string code, string words)
    {
        var file = Collection(Feature("\"甲\":\"A\",\"区\":\"340111\""));

        var refusal = await _trial.RefusalAsync(_trial.Job(file) with { MappingFile = _trial.Write("m.yaml", yaml) });

        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ManyRows_KeepTheOrderOfTheFile()
    {
        var text = new StringBuilder("""{"type":"FeatureCollection","features":[""");
        for (var i = 0; i < 5000; i++) _ = text.Append(i == 0 ? "" : ",").Append(Feature($"\"宗地代码\":\"{i % 4999:00000}\",\"行政区划代码\":\"340111\""));

        var report = await _trial.RunAsync(_trial.Write("宗地.geojson", text.Append("]}").ToString()));

        Assert.Equal((4999, 1), (report.Added, report.RefusedCount));
        Assert.Equal((5000, "PARCEL_REPEATED"), (report.Refused[0].Row, report.Refused[0].Diagnostics[0].Code));
        Assert.Contains("第 1 行", report.Refused[0].Diagnostics[0].Message, StringComparison.Ordinal);
    }

    internal static string Feature(string properties, string ring = "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.7]]]") =>
        $$$"""{"type":"Feature","properties":{{{{properties}}}},"geometry":{"type":"Polygon","coordinates":{{{ring}}}}}""";

    private Task<ImportReport> ReadAsync(params string[] features) => _trial.RunAsync(Collection(features));

    private string Collection(params string[] features) => _trial.Write("宗地.geojson", $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
}
