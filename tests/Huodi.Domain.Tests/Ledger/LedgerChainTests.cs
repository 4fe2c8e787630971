using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Xunit;

namespace Huodi.Domain.Tests.Ledger;

public sealed class LedgerChainTests
{
    private static readonly LedgerSubject Grant = new(LedgerSubjectKind.Grant, "2102112025B00001");
    private static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 2, 3, 4, TimeSpan.FromHours(8));

    /// <summary>Both hashes come from ten lines of Python over net strings (docs/adr/0059).</summary>
    [Fact]
    public void Next_TwoEntries_HaveTheHashesThatAnIndependentProgramGives()
    {
        var first = LedgerChain.Next(
            LedgerHead.Empty,
            new(Grant, "start", new(2026, 3, 1), "张三", new("核实单〔2026〕1号"), LedgerPayload.Of(new JsonObject { ["取得施工许可证"] = true, ["需挖深基坑"] = null })),
            Moment);
        var second = LedgerChain.Next(
            LedgerChain.HeadOf(first),
            new(Grant, "start", new(2026, 3, 2), "李四", new("核实单〔2026〕2号", string.Concat(Enumerable.Repeat("ab", 32))), LedgerPayload.Empty, new(1, "日期写错")),
            Moment.AddTicks(19_999));

        Assert.Equal("cbc417bad08eac165d53483c97b00c61f3c995c495bcf498cf4c4f7f490e48bc", first.Hash);
        Assert.Equal("29e0e0aff381ed1c59764d40308d1a1385231140867fadafd8ff400a6fca176d", second.Hash);
    }

    [Fact]
    public void Next_AfterAClockWasSetBack_KeepsTheOrderOfMoments()
    {
        var first = LedgerChain.Next(LedgerHead.Empty, Draft(), Moment);
        var second = LedgerChain.Next(LedgerChain.HeadOf(first), Draft(), Moment.AddHours(-1));

        Assert.Equal(first.Recorded, second.Recorded);
        Assert.Equal(2, second.Number);
    }

    [Fact]
    public void Payload_OfTheSameContentInAnotherOrder_IsTheSameText()
    {
        var one = LedgerPayload.Of(new JsonObject { ["乙"] = 1, ["甲"] = new JsonObject { ["b"] = 2, ["a"] = null, ["c"] = 1 } });
        var other = LedgerPayload.Of(new JsonObject { ["甲"] = new JsonObject { ["c"] = 1, ["b"] = 2 }, ["乙"] = 1 });

        Assert.Equal(one, other);
        Assert.Equal("""{"乙":1,"甲":{"b":2,"c":1}}""", one.Text);
        Assert.Equal(LedgerPayload.Empty, LedgerPayload.OfStored("{}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("两\n行")]
    [InlineData("空\0字符")]
    [InlineData("半个\ud842字")]
    public void Draft_WithATextThatIsNone_IsRefused(string text)
    {
        Assert.Equal("LEDGER_TEXT", Assert.Throws<DomainException>(() => new LedgerDraft(Grant, "start", new(2026, 1, 1), text, new("文"), LedgerPayload.Empty)).Code);
        Assert.Equal("LEDGER_TEXT", Assert.Throws<DomainException>(() => new SourceDocument(text)).Code);
        Assert.Equal("LEDGER_TEXT", Assert.Throws<DomainException>(() => new Supersession(1, text)).Code);
        Assert.Equal("LEDGER_TEXT", Assert.Throws<DomainException>(() => new LedgerSubject(LedgerSubjectKind.Parcel, text)).Code);
    }

    [Theory]
    [InlineData("grant:2102112025B00001", LedgerSubjectKind.Grant)]
    [InlineData("供地结果：2102112025B00001", LedgerSubjectKind.Grant)]
    [InlineData("宗地:2102112025B00001", LedgerSubjectKind.Parcel)]
    [InlineData("project:2102112025B00001", LedgerSubjectKind.Project)]
    public void Subject_AsPeopleWriteIt_IsRead(string text, LedgerSubjectKind kind) =>
        Assert.Equal(new LedgerSubject(kind, "2102112025B00001"), LedgerSubject.Parse(text));

    [Theory]
    [InlineData("2102112025B00001")]
    [InlineData("grant:")]
    [InlineData(":1")]
    [InlineData("合同:1")]
    public void Subject_ThatIsNone_IsRefused(string text) =>
        Assert.Equal("LEDGER_SUBJECT", Assert.Throws<DomainException>(() => LedgerSubject.Parse(text)).Code);

    private static LedgerDraft Draft() => new(Grant, "start", new(2026, 3, 1), "张三", new("文"), LedgerPayload.Empty);
}
