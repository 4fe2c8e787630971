using FsCheck;
using FsCheck.Fluent;
using Huodi.Domain.Documents;
using Xunit;

namespace Huodi.Domain.Tests.Documents;

public sealed class DocumentFileTests
{
    private static readonly string Hash = new('a', 64);

    [Theory]
    [InlineData("批复.pdf", "批复.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\文件\\批复.pdf", "批复.pdf")]
    [InlineData("批复\u202efdp.exe", "批复fdp.exe")]
    [InlineData("a\r\nSet-Cookie: b", "aSet-Cookie_ b")]
    [InlineData("<img src=x onerror=alert(1)>", "_img src=x onerror=alert(1)_")]
    [InlineData("..", "未命名")]
    [InlineData("", "未命名")]
    [InlineData(" \u0000.\u200b", "未命名")]
    public void NameOf_WhateverIsSent_IsOneVisibleNameWithoutAFolder(string sent, string name) => Assert.Equal(name, DocumentFile.NameOf(sent));

    [Fact]
    public void NameOf_OfAName_IsThatName() => Prop.ForAll<string>(sent => DocumentFile.NameOf(sent ?? "") is var name && DocumentFile.NameOf(name) == name && name.Length is > 0 and <= 200)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void NameOf_HalfACharacter_IsReplaced() => Assert.Equal("_.pdf", DocumentFile.NameOf((char)0xd800 + ".pdf"));

    [Fact]
    public void NameOf_ALongName_KeepsItsEnding()
    {
        var name = DocumentFile.NameOf(new string('长', 500) + ".pdf");

        Assert.Equal((200, true), (name.Length, name.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Fact]
    public void New_OfNothingOrAnotherHash_IsRefused()
    {
        Assert.Equal("DOCUMENT_EMPTY", Assert.Throws<DomainException>(() => new DocumentFile("a", Hash, 0)).Code);
        Assert.Equal("LEDGER_DOCUMENT_HASH", Assert.Throws<DomainException>(() => new DocumentFile("a", Hash.ToUpperInvariant(), 1)).Code);
    }

    [Fact]
    public void Seal_DependsOnEveryPartAndOnTheSealBefore()
    {
        var moment = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var one = KeptDocument.Next(null, new("a.pdf", Hash, 3), moment, "王五");
        var two = KeptDocument.Next(one, new("a.pdf", Hash, 3), moment, "王五");

        KeptDocument[] others =
        [
            two, one with { Number = 2 }, one with { File = new("b.pdf", Hash, 3) }, one with { File = new("a.pdf", Hash, 4) },
            one with { File = new("a.pdf", new string('b', 64), 3) }, one with { Kept = moment.AddMilliseconds(1) }, one with { By = "李四" },
        ];
        Assert.All(others, o => Assert.NotEqual(one.Seal, o.SealAfter(KeptDocument.FirstSeal)));
        Assert.Equal(one.Seal, one.SealAfter(KeptDocument.FirstSeal));
        Assert.NotEqual(two.Seal, two.SealAfter(KeptDocument.FirstSeal));
    }
}
