using System.Text.RegularExpressions;

namespace Huodi.Cli.Tests.Registers;

public sealed class RegisterCommandTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Register_OfTheDemoCity_IsDraftedFiledChangedFiledAgainAndCompared()
    {
        await LoadAsync();
        var draft = await RunAsync("register", "draft", "闲置土地", "--region", "340104");
        var digest = Regex.Match(draft, "--digest ([0-9a-f]{16})").Groups[1].Value;
        var first = await RunAsync("register", "file", "idle", "--region", "340104", "--by", "王五", "--digest", digest);
        Assert.Contains("蜀山区闲置土地 2026年第1版", first, StringComparison.Ordinal);

        var split = await RunAsync(
            "parcel", "split", "L1", "--file", _session.Write("split.geojson", Features(("L1-a", 117.20, 0.001), ("L1-b", 117.201, 0.001))), "--by", "王五", "--document", "变〔2026〕1号", "--reason", "分割转让");
        Assert.Contains("须重新填报：宗地面积", split, StringComparison.Ordinal);
        _ = await RunAsync("parcel", "correct", "L2", "--facts", """{"宗地面积": 777.5}""", "--by", "王五", "--document", "更〔2026〕2号", "--reason", "登记有误");
        _ = await RunAsync("register", "exclude", "idle", "L3", "--by", "局", "--document", "排〔2026〕3号", "--reason", "已复工");
        _ = await RunAsync("register", "file", "idle", "--region", "340104", "--by", "王五", "--allow-incomplete");

        var diff = await RunAsync("register", "diff", "1", "蜀山区闲置土地 2026年第2版", "--out", _session.File("diff.csv"));
        Assert.Contains("原因：由 L1 分割而来（", diff, StringComparison.Ordinal);
        Assert.Contains("宗地面积：500 → 777.5", diff, StringComparison.Ordinal);
        Assert.Contains("原因：2026-03-01 局以“排〔2026〕3号”排除：已复工", diff, StringComparison.Ordinal);
        Assert.Contains("变化,宗地,L2", await File.ReadAllTextAsync(_session.File("diff.csv")), StringComparison.Ordinal);

        var lineage = await RunAsync("parcel", "lineage", "L1");
        Assert.Contains("已由第 1 号变更注销", lineage, StringComparison.Ordinal);
        Assert.Contains("L1-b", lineage, StringComparison.Ordinal);
        _ = await RunAsync("register", "export", "2", "--out", _session.File("v2.csv"));
        _ = await RunAsync("register", "export", "2", "--out", _session.File("v2.gpkg"));
        Assert.Contains("宗地面积(㎡)", (await File.ReadAllLinesAsync(_session.File("v2.csv")))[0], StringComparison.Ordinal);
        Assert.Contains("第 2 号", await RunAsync("register", "list"), StringComparison.Ordinal);
        Assert.Contains("认定　3", await RunAsync("register", "show", "2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REGISTER_UNKNOWN", "register", "draft", "没有这本")]
    [InlineData("VERSION_UNKNOWN", "register", "show", "7")]
    [InlineData("RUN_UNKNOWN", "register", "draft", "idle", "--run", "9")]
    [InlineData("REGISTER_EMPTY", "register", "file", "idle", "--region", "340102", "--by", "王五")]
    [InlineData("SUBJECT_UNKNOWN", "register", "enter", "idle", "X", "--by", "局", "--document", "文", "--reason", "因")]
    [InlineData("OPTION_BLANK", "register", "enter", "idle", "L1", "--by", "局", "--document", " ", "--reason", "因")]
    [InlineData("PARCEL_UNKNOWN", "parcel", "lineage", "X")]
    [InlineData("FACT_UNKNOWN", "parcel", "correct", "L1", "--facts", """{"没有": 1}""", "--by", "局", "--document", "文", "--reason", "因")]
    [InlineData("FACT_TYPE", "parcel", "correct", "L1", "--facts", """{"宗地面积": "多"}""", "--by", "局", "--document", "文", "--reason", "因")]
    [InlineData("FACTS_JSON", "parcel", "correct", "L1", "--facts", "{", "--by", "局", "--document", "文", "--reason", "因")]
    public async Task Commands_OfWhatCannotBe_SayWhatAndHow(string code, params string[] command)
    {
        await LoadAsync();

        var (exit, output, error) = await _session.RunAsync([.. command, "--store", _session.Store]);

        Assert.Equal(1, exit);
        Assert.Equal("", output);
        Assert.Contains(code, error, StringComparison.Ordinal);
    }

    private async Task LoadAsync()
    {
        _ = await RunAsync("import", Session.Sample("boundaries/hefei.geojson"), "--as", "districts");
        _ = await RunAsync("import", _session.Write("land.geojson", Features(("L1", 117.20, 0.002), ("L2", 117.21, 0.002), ("L3", 117.22, 0.002))), "--as", "parcels");
    }

    private async Task<string> RunAsync(params string[] command)
    {
        var (exit, output, error) = await _session.RunAsync([.. command, "--store", _session.Store]);
        Assert.True(exit == 0, error);
        return output;
    }

    private static string Features(params (string Id, double X, double Width)[] parcels) =>
        $$"""{ "type": "FeatureCollection", "features": [{{string.Join(',', parcels.Select(p => Feature(p.Id, p.X, p.X + p.Width)))}}] }""";

    private static string Feature(string id, double west, double east)
    {
        var facts = id.Length == 2 ? """, "已认定闲置": true, "闲置原因": "企业自身原因", "宗地面积": 500 """ : "";
        return FormattableString.Invariant($$"""
            { "type": "Feature", "properties": { "宗地代码": "{{id}}", "名称": "地块{{id}}", "行政区划代码": "340104"{{facts}} },
              "geometry": { "type": "Polygon", "coordinates": [[[{{west}},31.84],[{{east}},31.84],[{{east}},31.842],[{{west}},31.842],[{{west}},31.84]]] } }
            """);
    }
}
