using System.Globalization;

namespace Huodi.Cli.Tests;

/// <summary>
/// The policy laboratory on parcels small enough to work out by hand. Start penalty = premium × daily rate × days late (第十条).
/// P1: 100,000,000 and 30 days: 600,000 at 0.2‰, 900,000 at 0.3‰, +300,000.
/// P2: 123,456,789.01 and 7 days: 172,839.504614 → 172,839.50, and 259,259.256921 → 259,259.26, +86,419.76.
/// P3: started in time: 0 at any rate. P4: the contract fixes 0.2‰, so another rate needs a finding. P5: premium unknown.
/// </summary>
public sealed class PolicyDiffTests : IDisposable
{
    private const string InTime = "\"权利类型\": \"出让\", \"不计入期间\": [], \"权利主体变更\": []";
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Diff_RateChanged_GivesTheDifferenceWorkedOutByHand()
    {
        await LandAsync();

        var (exit, output, error) = await DiffAsync("dalian-2025", "--set", "违约金日费率=0.0003");

        Assert.True(exit == 0, error);
        Assert.Contains("比较了 6 宗地、0 条供地结果；答案改变的有 3 宗地", output, StringComparison.Ordinal);
        Assert.Contains("DL-10/开工违约金　问 6 次，改变 3 次", output, StringComparison.Ordinal);
        Assert.Contains("得出结果 → 得出结果（结果不同）　2", output, StringComparison.Ordinal);
        Assert.Contains("得出结果 → 须人工认定　1", output, StringComparison.Ordinal);
        Assert.Contains("甲合计 772,839.50 元，乙合计 1,159,259.26 元，差额 +386,419.76 元（2 次有差）", output, StringComparison.Ordinal);
        Assert.Contains("另有 1 次一方待补充材料或待认定，差额未知，没有计入", output, StringComparison.Ordinal);
        Assert.Contains("金额差额合计 +386,419.76 元", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_Csv_HasALineForEachChangeWithExactAmounts()
    {
        await LandAsync();

        _ = await DiffAsync("dalian-2025", "--set", "违约金日费率=0.0003", "--csv", _session.File("diff.csv"));

        var lines = await File.ReadAllLinesAsync(_session.File("diff.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(4, lines.Length);
        Assert.Equal("宗地,P1,P1 号地,否,210202,DL-10/开工违约金,DL-10/开工违约金,得出结果,600000.00,元,,DL-10/开工违约金,得出结果,900000.00,元,,,600000.00,900000.00,300000.00,", lines[1]);
        Assert.Contains(",172839.50,259259.26,86419.76,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("须人工认定,,,,,240000.00,,,一方尚未得出金额，差额未知", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_TwoVersions_ComparesTheOlderTextAndWhatItDidNotAsk()
    {
        await LandAsync();
        var older = Version("older", t => t
            .Replace("违约金日费率: { 2025-06-30: 0.0002", "违约金日费率: { 2025-06-30: 0.0001", StringComparison.Ordinal)
            .Replace("编号: DL-12/零散用地", "编号: DL-12/旧零散用地", StringComparison.Ordinal));

        var (exit, output, error) = await DiffAsync(older, "dalian-2025");

        Assert.True(exit == 0, error);
        // Half the rate: 300,000 and 86,419.752307 → 86,419.75 less than now; P4's contract differs from the older rate, so it is open.
        Assert.Contains("甲合计 386,419.75 元，乙合计 772,839.50 元，差额 +386,419.75 元（2 次有差）", output, StringComparison.Ordinal);
        Assert.Contains("须人工认定 → 得出结果　1", output, StringComparison.Ordinal);
        Assert.Contains("DL-12/零散用地　问 6 次，改变 6 次", output, StringComparison.Ordinal);
        Assert.Contains("没有这项决策 → 符合　1", output, StringComparison.Ordinal);
        Assert.Contains("DL-12/旧零散用地", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_TwoPoliciesFolders_ComparesEveryPackage()
    {
        await LandAsync();
        var folder = _session.File("law");
        Copy(Carried(), folder);
        var policy = Path.Combine(folder, "dalian-2025", "policy.md");
        await File.WriteAllTextAsync(policy, File.ReadAllText(policy).Replace("2025-06-30: 0.0002", "2025-06-30: 0.0003", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exit, output, error) = await DiffAsync(Carried(), folder);

        Assert.True(exit == 0, error);
        Assert.Contains("金额差额合计 +386,419.76 元", output, StringComparison.Ordinal);
        Assert.Contains("闲置土地处置办法", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_TwoCities_PairsByTopic()
    {
        await LandAsync();

        var (exit, output, error) = await DiffAsync("dalian-2025", "hefei-2023");

        // P6: 1,000 ㎡ of 20,000 own ㎡ are 5%, allowed in 大连; a piece of 3,000 ㎡ is 4.5亩, more than the 3亩 of 合肥.
        Assert.True(exit == 0, error);
        var topic = output[output.IndexOf("零散用地能否并入（DL-12/零散用地 | HF-10/零星用地）", StringComparison.Ordinal)..];
        Assert.Contains("符合 → 不符合　1", topic, StringComparison.Ordinal);
        Assert.Contains("按议题对照", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OverridesPackage_ComparesTheOpenParameterWithItsValue()
    {
        await LandAsync();
        Directory.CreateDirectory(_session.File("rate"));
        _session.Write("rate/policy.md", """
            ---
            id: dalian-rate
            title: 分期付款利率
            issuer: 大连市财政局
            status: in-force
            valid-from: 2025-06-30
            region: 210200
            overrides: dalian-2025
            ---

            ## 第一条 利率 {#RATE-01}

            > 分期付款日利率为万分之一。

            ```参数
            分期付款日利率: { 2025-06-30: 0.0001 }
            ```
            """);

        var (exit, output, error) = await DiffAsync("dalian-2025", _session.File("rate"));

        // P1: 10,000,000 for 90 days at 0.0001 a day are 90,000; until the rate is set nobody knows, so there is no difference to sum.
        Assert.True(exit == 0, error);
        Assert.Contains("DL-19/分期付款利息　问 6 次，改变 1 次", output, StringComparison.Ordinal);
        Assert.Contains("待补充材料 → 得出结果　1", output, StringComparison.Ordinal);
        Assert.Contains("差额未知，没有计入", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_SameTwice_ChangesNothing()
    {
        await LandAsync();

        var (exit, output, _) = await DiffAsync("dalian-2025", "dalian-2025");

        Assert.Equal(0, exit);
        Assert.Contains("答案改变的有 0 宗地", output, StringComparison.Ordinal);
        Assert.DoesNotContain("差额", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_NoLandThere_SaysHowToWiden()
    {
        await LandAsync();

        var (exit, output, _) = await DiffAsync("hefei-2023", "--set", "零星用地单宗面积上限=4");

        Assert.Equal(0, exit);
        Assert.Contains("--region", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DIFF_ONE_SIDE", "dalian-2025")]
    [InlineData("DIFF_SIDE", "dalian-2024", "hefei-2023")]
    [InlineData("DIFF_NOTHING", "cn-civil", "hefei-2023")]
    [InlineData("DIFF_SET", "dalian-2025", "--set", "违约金日费率")]
    [InlineData("DIFF_SET", "dalian-2025", "--set", "违约金日率=0.0003")]
    [InlineData("DIFF_SET", "dalian-2025", "--set", "违约金日费率=多一点")]
    public async Task Diff_WhatCannotBeCompared_IsRefusedWithARemedy(string code, params string[] sides)
    {
        await LandAsync();

        var (exit, output, error) = await DiffAsync(sides);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains($"错误 {code}：", error, StringComparison.Ordinal);
        Assert.Contains("建议：", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_BrokenVersion_NamesPlaceAndLine()
    {
        await LandAsync();
        var broken = Version("broken", t => t.Replace("出让价款总额 * 违约金日费率 * 开工净违约天数", "出让价款总数 * 违约金日费率 * 开工净违约天数", StringComparison.Ordinal));

        var (exit, _, error) = await DiffAsync("dalian-2025", broken);

        Assert.Equal(1, exit);
        Assert.Contains("POLICIES_BROKEN", error, StringComparison.Ordinal);
        Assert.Contains("broken/policy.md:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_GeoPackageOntoTheStore_IsRefusedAndLeavesNothingHalfWritten()
    {
        await LandAsync();

        var (exit, _, error) = await DiffAsync("dalian-2025", "--set", "违约金日费率=0.0003", "--csv", _session.File("diff.csv"), "--gpkg", _session.Store);

        Assert.Equal(1, exit);
        Assert.Contains("STORE_EXISTS", error, StringComparison.Ordinal);
        Assert.DoesNotContain(_session.Files(), f => f.StartsWith("diff.csv", StringComparison.Ordinal));
    }

    private Task<(int Exit, string Out, string Error)> DiffAsync(params string[] args) =>
        _session.RunAsync(["policy", "diff", .. args, "--on", _session.Store, "--as-of", "2026-03-01"]);

    private async Task LandAsync()
    {
        string[] parcels =
        [
            Parcel("P1", $"{InTime}, \"出让价款总额\": 100000000, \"约定开工日期\": \"2025-08-01\", \"实际开工日期\": \"2025-08-31\", \"分期付款余额\": 10000000, \"分期付款天数\": 90"),
            Parcel("P2", $"{InTime}, \"出让价款总额\": 123456789.01, \"约定开工日期\": \"2025-12-31\", \"实际开工日期\": \"2026-01-07\""),
            Parcel("P3", $"{InTime}, \"出让价款总额\": 100000000, \"约定开工日期\": \"2025-12-31\", \"实际开工日期\": \"2025-12-31\""),
            Parcel("P4", $"{InTime}, \"出让价款总额\": 40000000, \"约定开工日期\": \"2025-08-01\", \"实际开工日期\": \"2025-08-31\", \"约定违约金日费率\": 0.0002"),
            Parcel("P5", $"{InTime}, \"约定开工日期\": \"2025-08-01\", \"实际开工日期\": \"2025-08-31\""),
            Parcel("P6", "\"拟增零散用地面积\": 1000, \"自有存量建设用地面积\": 20000, \"零散地块面积\": [1000, 3000], \"改造项目总面积\": 50000, \"可单独出具规划条件\": false"),
        ];
        var file = _session.Write("parcels.geojson", $$"""{ "type": "FeatureCollection", "features": [{{string.Join(",\n", parcels)}}] }""");
        var (exit, output, error) = await _session.RunAsync("import", file, "--as", "parcels", "--store", _session.Store);
        Assert.True(exit == 0 && output.Contains("新增 6", StringComparison.Ordinal), output + error);
    }

    private static string Parcel(string id, string facts)
    {
        var x = 121.6 + (int.Parse(id[1..], CultureInfo.InvariantCulture) * 0.01);
        var ring = string.Create(CultureInfo.InvariantCulture, $"[[{x:F3},38.9],[{x + 0.002:F3},38.9],[{x + 0.002:F3},38.902],[{x:F3},38.902],[{x:F3},38.9]]");
        return $$"""
            { "type": "Feature", "properties": { "宗地代码": "{{id}}", "名称": "{{id}} 号地", "行政区划代码": "210202", {{facts}} },
              "geometry": { "type": "Polygon", "coordinates": [{{ring}}] } }
            """;
    }

    /// <summary>The folder of another version of 大连's package, alone, as an official keeps an older one.</summary>
    private string Version(string name, Func<string, string> change)
    {
        Directory.CreateDirectory(_session.File(name));
        var text = File.ReadAllText(Path.Combine(Carried(), "dalian-2025", "policy.md"));
        var other = change(text);
        Assert.NotEqual(text, other);
        _session.Write($"{name}/policy.md", other);
        return _session.File(name);
    }

    private static string Carried() => Path.Combine(AppContext.BaseDirectory, "policies");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // A file lies in a folder.
            File.Copy(file, target);
        }
    }
}
