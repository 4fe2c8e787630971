using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Cases;
using Huodi.Policies.Columns;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Tests.Columns;

public sealed class ColumnJudgeTests
{
    private static readonly PolicyLibrary Library = CarriedPolicies.Library;

    private static readonly List<string> Everything = [.. Library.Packages.SelectMany(p => p.Decisions).Select(d => d.Id)];

    public static TheoryData<string, string, bool> Questions => new()
    {
        { "2026-03-01", "", false },
        { "2026-03-01", "", true },
        { "2021-07-01", "", false },
        { "2028-02-01", "", true },
        { "2026-03-01", "2020-01-01", false },
    };

    [Fact]
    public void Judge_EveryWorkedCase_AnswersAsASingleQuestionDoes()
    {
        var cases = Library.Packages.SelectMany(p => p.Cases).Where(Readable).ToList();

        foreach (var group in cases.GroupBy(c => (c.AsOf, c.Hypothetical)))
        {
            var question = new Question(group.Key.AsOf, Hypothetical: group.Key.Hypothetical);
            var judge = Library.JudgeColumns(question, Everything);
            foreach (var city in Cities) AssertSame(judge.Judge(Block(group.Select(c => c.Facts), [city])), question);
        }

        Assert.True(cases.Count > 1_000, $"{cases.Count} cases");
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Judge_RandomSubjects_AnswersEveryDecisionAsASingleQuestionDoes(string asOf, string lawAsOf, bool hypothetical)
    {
        var question = new Question(DateOnly.ParseExact(asOf, "yyyy-MM-dd"), lawAsOf.Length > 0 ? DateOnly.ParseExact(lawAsOf, "yyyy-MM-dd") : null, hypothetical);
        var random = new RandomFacts(Library, seed: asOf.GetHashCode(StringComparison.Ordinal) % 1000);
        var judge = Library.JudgeColumns(question, Everything);

        foreach (var subjects in Enumerable.Range(0, 400).Select(_ => random.Subject()).Chunk(200)) AssertSame(judge.Judge(Block(subjects, Cities)), question);
    }

    private static IReadOnlyList<DivisionCode> Cities { get; } = [.. new[] { "210202", "210213", "370202", "340102", "650102" }.Select(DivisionCode.Parse)];

    private static FactBlock Block(IEnumerable<JsonObject> subjects, IReadOnlyList<DivisionCode> divisions)
    {
        var builder = new FactBlockBuilder(Library.Dictionary);
        foreach (var subject in subjects) builder.Add($"{builder.Count}", divisions[builder.Count % divisions.Count], subject);
        return builder.Build();
    }

    private static void AssertSame(AnswerBlock answers, Question question)
    {
        for (var row = 0; row < answers.Facts.Count; row++)
        {
            var singles = Library.EvaluateRegion(answers.Facts.Division(row), answers.Facts.Facts(row), question, withReasons: false);
            var columns = answers.Columns.Where(c => c.IsAsked(row)).ToList();
            Assert.Equal(singles.Select(s => s.Decision), columns.Select(c => c.Decision.Id));
            foreach (var (single, column) in singles.Zip(columns))
            {
                if (Spell(single) != Spell(column, row))
                    Assert.Fail($"{column.Decision.Id} {answers.Facts.Facts(row).ToJsonString(PolicyAnswerJson.Compact)}\n{Spell(single)}\n{Spell(column, row)}");
            }
        }
    }

    private static string Spell(PolicyAnswer a) => string.Join('|',
        a.Outcome,
        a.Value?.ToJsonString(PolicyAnswerJson.Compact),
        a.Unit,
        string.Join('、', a.Missing.Select(m => m.Name)),
        string.Join('、', a.Determinations.Select(d => d.Fact)));

    private static string Spell(AnswerColumn column, int row) => string.Join('|',
        column.Outcome(row),
        column.Value(row) is { } value ? FactValues.Write(value)?.ToJsonString(PolicyAnswerJson.Compact) : null,
        column.Outcome(row) == Outcome.Value ? column.Decision.Unit : null,
        string.Join('、', column[row].Missing),
        string.Join('、', column[row].Determinations));

    private static bool Readable(PolicyCase one) => one.Facts.All(f => Library.Dictionary.Find(f.Key) is not null);
}
