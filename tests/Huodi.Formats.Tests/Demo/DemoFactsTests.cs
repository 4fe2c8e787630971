using System.Globalization;
using Huodi.App.Demo;
using Huodi.Domain.Facts;
using Huodi.Formats.Geo;

namespace Huodi.Formats.Tests.Demo;

/// <summary>Generated facts agree with each other, use the dictionary's names, and are varied enough for every answer.</summary>
public sealed class DemoFactsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly IReadOnlyList<FactSheet> Sheets = Make();

    [Fact]
    public void Facts_Names_AreTheDictionarys() =>
        Assert.Empty(Sheets.SelectMany(s => s.All.Select(f => f.Name)).ToHashSet().Except(Dictionary.Names));

    [Theory]
    [InlineData("用途大类")]
    [InlineData("权利类型")]
    [InlineData("闲置原因")]
    public void Facts_Values_AreThoseTheDictionaryAllows(string name)
    {
        Assert.NotEmpty(Dictionary.Allowed(name));
        Assert.Empty(Sheets.Select(s => Text(s, name)).OfType<string>().ToHashSet().Except(Dictionary.Allowed(name)));
    }

    [Theory]
    [InlineData("供地日期", "约定交地日期")]
    [InlineData("合同签订日期", "约定交地日期")]
    [InlineData("约定交地日期", "约定开工日期")]
    [InlineData("约定开工日期", "约定竣工日期")]
    [InlineData("实际交地日期", "实际开工日期")]
    [InlineData("实际开工日期", "实际竣工日期")]
    [InlineData("承诺开工日期", "承诺竣工日期")]
    public void Facts_Dates_StandInOrder(string earlier, string later) =>
        Assert.All(Sheets.Where(s => Date(s, earlier) is not null && Date(s, later) is not null), s => Assert.True(Date(s, earlier) <= Date(s, later)));

    [Theory]
    [InlineData("供地日期")]
    [InlineData("合同签订日期")]
    [InlineData("实际交地日期")]
    [InlineData("实际开工日期")]
    [InlineData("实际竣工日期")]
    public void Facts_ActualDates_AreNotInTheFuture(string name) =>
        Assert.All(Sheets.Select(s => Date(s, name)).OfType<DateOnly>(), d => Assert.True(d <= Today));

    [Fact]
    public void Facts_Started_AgreesWithTheDates()
    {
        Assert.All(Sheets.Where(s => Flag(s, "已开工") == false), s => Assert.Null(Date(s, "实际开工日期")));
        Assert.All(Sheets.Where(s => Flag(s, "已竣工") == true), s => Assert.NotNull(Date(s, "实际竣工日期")));
        Assert.All(Sheets.Where(s => Flag(s, "已竣工") == false), s => Assert.Null(Date(s, "实际竣工日期")));
        Assert.All(Sheets.Where(s => Flag(s, "已停工满一年") == true), s => Assert.True(Date(s, "实际开工日期") < Today.AddYears(-1)));
        Assert.All(Sheets.Where(s => Text(s, "闲置原因") is not null), s => Assert.True(Date(s, "约定开工日期") is not { } due || due < Today));
    }

    [Theory]
    [InlineData("已投资额", "总投资额")]
    [InlineData("已动工面积", "应动工面积")]
    [InlineData("已缴出让价款", "出让价款总额")]
    public void Facts_Parts_DoNotExceedTheWhole(string part, string whole) =>
        Assert.All(Sheets.Where(s => Figure(s, part) is not null && Figure(s, whole) is not null), s => Assert.True(Figure(s, part) <= Figure(s, whole)));

    [Fact]
    public void Facts_Money_HasNoMoreThanCents()
    {
        Assert.All(
            Sheets.SelectMany(s => new[] { "出让价款总额", "已缴出让价款", "划拨价款总额", "总投资额", "已投资额" }.Select(n => Figure(s, n))).OfType<decimal>(),
            m => Assert.True(m >= 0 && decimal.Round(m, 2) == m));
        Assert.All(Sheets.Where(s => Text(s, "权利类型") != "出让"), s => Assert.Null(s.Find("出让价款总额")));
    }

    [Fact]
    public void Facts_Periods_HaveBothEndsInOrderAndBegunByToday()
    {
        var periods = Sheets.SelectMany(s => s.Find("不计入期间")?.Value.AsArray() ?? []).Select(p => p!.AsObject()).ToList();

        Assert.All(periods, p => Assert.True(Day(p["起"]) <= Today && (p["止"] is null || (Day(p["起"]) <= Day(p["止"]) && Day(p["止"]) <= Today))));
        Assert.Equal(["不可抗力", "司法查封", "政府原因", "疫情"], periods.Select(p => (string?)p["原因"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(periods, p => p["止"] is null);
    }

    [Fact]
    public void Facts_EveryStory_Occurs()
    {
        var line = new DateOnly(2024, 3, 31);

        Occurs("own fault, not started", s => Flag(s, "已开工") == false && Text(s, "闲置原因") == "企业自身原因");
        Occurs("authority's fault, not started", s => Flag(s, "已开工") == false && Text(s, "闲置原因") is "未按期交地");
        Occurs("not started and not due", s => Flag(s, "已开工") == false && Date(s, "约定开工日期") > Today);
        Occurs("nobody recorded a start", s => s.Find("已开工") is null && s.Find("实际开工日期") is null);
        Occurs("stopped for a year, little invested", s => Flag(s, "已停工满一年") == true && Figure(s, "已投资额") * 4 < Figure(s, "总投资额"));
        Occurs("stopped for a year, much invested", s => Flag(s, "已停工满一年") == true && Figure(s, "已投资额") * 4 >= Figure(s, "总投资额"));
        Occurs("finished late", s => Date(s, "实际竣工日期") > Date(s, "约定竣工日期"));
        Occurs("sold by a court", s => Text(s, "权利主体变更", "原因") == "人民法院处置");
        Occurs("transferred", s => Text(s, "权利主体变更", "原因") == "转让");
        Occurs("seized still", s => s.Find("不计入期间")?.Value.AsArray().Any(p => (string?)p!["原因"] == "司法查封" && p["止"] is null) == true);
        Occurs("real estate supplied before the line", s => Flag(s, "房地产用地") == true && Date(s, "供地日期") < line);
        Occurs("real estate supplied after the line", s => Flag(s, "房地产用地") == true && Date(s, "供地日期") > line);
        Occurs("willing to start anew", s => Flag(s, "同意重新约定") == true);
        Occurs("no price known", s => Text(s, "权利类型") == "出让" && s.Find("已缴出让价款") is null);
        Occurs("recognised as idle", s => Flag(s, "已认定闲置") == true);
        Occurs("certificate", s => Flag(s, "已取得土地使用权证书") == true);
        Occurs("start agreed too late", s => Date(s, "约定开工日期") > Date(s, "约定交地日期")?.AddYears(2));
        Occurs("two periods at once", s => s.Find("不计入期间")?.Value.AsArray().Count > 1);
    }

    private static void Occurs(string story, Func<FactSheet, bool> told) => Assert.True(Sheets.Count(told) >= 10, story);

    private static IReadOnlyList<FactSheet> Make()
    {
        using var file = Sample.Open("boundaries", "hefei.geojson");
        var districts = Sample.Batch(DistrictsReader.Read(file, Sample.Request())).Districts;
        return [.. DemoParcels.Generate(districts, 6_000, 42, Today).Select(p => p.Facts)];
    }

    private static string? Text(FactSheet sheet, string name) => sheet.Find(name)?.Value.GetValue<string>();

    private static string? Text(FactSheet sheet, string list, string field) => (string?)sheet.Find(list)?.Value.AsArray().FirstOrDefault()?[field];

    private static decimal? Figure(FactSheet sheet, string name) => sheet.Find(name)?.Value.GetValue<decimal>();

    private static bool? Flag(FactSheet sheet, string name) => sheet.Find(name)?.Value.GetValue<bool>();

    private static DateOnly? Date(FactSheet sheet, string name) => sheet.Find(name) is { } fact ? Day(fact.Value) : null;

    private static DateOnly Day(System.Text.Json.Nodes.JsonNode? node) => DateOnly.ParseExact((string?)node ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
