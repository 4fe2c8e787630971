using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Columns;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Tests.Columns;

public sealed class FactBlockTests
{
    private static readonly DivisionCode Here = DivisionCode.Parse("210202");
    private static readonly PolicyLibrary Library = CarriedPolicies.Library;

    [Fact]
    public void Facts_OfRandomSubjects_ComeBackAsTheyWentIn()
    {
        var random = new RandomFacts(Library, 7);
        var subjects = Enumerable.Range(0, 300).Select(_ => random.Subject()).ToList();

        var block = Read(subjects.Select(s => s.ToJsonString(PolicyAnswerJson.Compact)));

        for (var row = 0; row < subjects.Count; row++) Assert.True(JsonNode.DeepEquals(subjects[row], block.Facts(row)), subjects[row].ToJsonString(PolicyAnswerJson.Compact));
    }

    [Theory]
    [InlineData("""{"宗地面积": "12"}""", "FACT_TYPE")]
    [InlineData("""{"宗地面积": 12345678901234567890123456789.5}""", "FACT_TYPE")]
    [InlineData("""{"约定开工日期": "2026-02-30"}""", "FACT_TYPE")]
    [InlineData("""{"约定开工日期": "20260228"}""", "FACT_TYPE")]
    [InlineData("""{"已开工": 1}""", "FACT_TYPE")]
    [InlineData("""{"用途大类": "农业"}""", "FACT_VALUE")]
    [InlineData("""{"不计入期间": [{"原因": "疫情", "始": "2020-02-05"}]}""", "FACT_FIELD")]
    [InlineData("""{"宗地面积": 1, "宗地面积": 2}""", "FACT_TWICE")]
    [InlineData("""{"宗地面机": 1}""", "FACT_UNKNOWN")]
    public void Read_WhatTheDictionaryRefuses_IsRefusedEachTimeAndLeavesNoSubject(string facts, string code)
    {
        var builder = new FactBlockBuilder(Library.Dictionary);

        Add(builder, """{"宗地面积": 1}""");
        Assert.Equal(code, Assert.Throws<FactsException>(() => Add(builder, facts)).Code);
        Assert.Equal(code, Assert.Throws<FactsException>(() => Add(builder, facts)).Code);
        builder.Begin("last", Here);
        var block = builder.Build();

        Assert.Equal(["0", "last"], block.Ids);
        Assert.Empty(block.Facts(1));
    }

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("1e3", "1000")]
    [InlineData("-0.0003", "-0.0003")]
    [InlineData("0.123456789012345678901234567", "0.123456789012345678901234567")]
    public void Read_Numbers_KeepTheirDigits(string written, string read) =>
        Assert.Equal(read, Read(["""{"宗地面积": """ + written + "}"]).Facts(0)["宗地面积"]!.ToJsonString());

    [Fact]
    public void Begin_WhenFull_Throws()
    {
        var builder = new FactBlockBuilder(Library.Dictionary, capacity: 1);
        builder.Begin("a", Here);

        Assert.True(builder.IsFull);
        Assert.Throws<InvalidOperationException>(() => builder.Begin("b", Here));
    }

    [Fact]
    public void EvaluateColumns_OfManyBlocks_KeepsTheirOrder()
    {
        var random = new RandomFacts(Library, 11);
        var blocks = Enumerable.Range(0, 40).Select(i => Read([random.Subject().ToJsonString()], first: i)).ToList();

        var answers = Library.EvaluateColumns(blocks, new(new(2026, 3, 1)), threads: 3).ToList();

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), answers.Select(a => a.Facts.Ids[0]));
        Assert.All(answers, a => Assert.Contains(a.Columns, c => c.Decision.Id == "DL-10/开工违约金"));
    }

    [Fact]
    public void EvaluateColumns_WithoutSubjects_AnswersNothing() =>
        Assert.All(Library.EvaluateColumns([new FactBlockBuilder(Library.Dictionary).Build()], new(new(2026, 3, 1))), a => Assert.Empty(a.Columns));

    [Fact]
    public void Judge_BlockOfAnotherDictionary_IsTakenIfTheTypesAgree()
    {
        var other = PolicyFolder.Load(CarriedPolicies.Folder).Library;
        var block = Read(["""{"用途大类": "住宅", "建筑面积": 60000}"""]);

        var column = other.JudgeColumns(new(new(2026, 3, 1)), ["DL-06/建设工期"]).Judge(block).Columns.Single();

        Assert.Equal(Outcome.Value, column.Outcome(0));
        Assert.Equal(3, column.Number(0));
    }

    [Fact]
    public void JudgeColumns_OfAnUnknownDecision_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => Library.JudgeColumns(new(new(2026, 3, 1)), ["DL-99/没有"]));

    private static FactBlock Read(IEnumerable<string> subjects, int first = 0)
    {
        var builder = new FactBlockBuilder(Library.Dictionary);
        foreach (var subject in subjects) Add(builder, subject, first);
        return builder.Build();
    }

    private static void Add(FactBlockBuilder builder, string facts, int first = 0)
    {
        var text = Encoding.UTF8.GetBytes(facts);
        var reader = new Utf8JsonReader(text);
        builder.Begin($"{first + builder.Count}", Here);
        try
        {
            _ = reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Encoding.UTF8.GetBytes(reader.GetString()!); // a property has a name
                _ = reader.Read();
                builder.Read(name, ref reader, text);
            }
        }
        catch
        {
            builder.Undo();
            throw;
        }
    }
}
