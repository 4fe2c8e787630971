using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>53号令第三十条：依法取得施工许可证后，需挖深基坑的，基坑开挖完毕；使用桩基的，打入所有基础桩；其他项目，地基施工完成三分之一。</summary>
public sealed class EntryStandardTests
{
    [Theory]
    [InlineData("""{"取得施工许可证":false}""")]
    [InlineData("""{"取得施工许可证":true,"需挖深基坑":true,"基坑开挖完毕":false}""")]
    [InlineData("""{"使用桩基":true,"打入所有基础桩":false}""")]
    [InlineData("""{"取得施工许可证":true,"需挖深基坑":false,"使用桩基":false,"地基施工完成比例":0.33}""")]
    public void Start_ThatTheFieldsThemselvesDeny_IsRefused(string fields)
    {
        var fault = Assert.Single(Check(fields));

        Assert.Equal("LEDGER_STANDARD", fault.Code);
        Assert.Contains("CN-53-30", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"取得施工许可证":true}""")]
    [InlineData("""{"取得施工许可证":true,"需挖深基坑":true,"基坑开挖完毕":true,"使用桩基":false}""")]
    [InlineData("""{"取得施工许可证":true,"需挖深基坑":false,"使用桩基":false,"地基施工完成比例":0.34}""")]
    public void Start_ThatIsMetOrLeftOpen_IsTaken(string fields) => Assert.Empty(Check(fields));

    [Fact]
    public void Start_BeforeTheArticleWasInForce_IsNotHeldToIt() => Assert.Empty(Check("""{"取得施工许可证":false}""", new(2012, 6, 30)));

    private static IReadOnlyList<EntryFault> Check(string fields, DateOnly? day = null)
    {
        var draft = new LedgerDraft(
            new(LedgerSubjectKind.Grant, "2102112025B00001"), "start", day ?? new(2026, 3, 1), "张三", new("核实材料"),
            LedgerPayload.Of((JsonObject)JsonNode.Parse(fields)!)); // An object.
        return new EntryCheck(Carried.Ledger.Kinds, Carried.Library).Check(draft, new(2026, 11, 22));
    }
}
