using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Cases;

/// <summary>Asks a case and compares the answer with what was expected.</summary>
internal static class CaseRunner
{
    public static CaseResult Run(PolicyLibrary library, PolicyCase one)
    {
        try
        {
            var answer = library.Evaluate(one.Decision, one.Facts, new(one.AsOf, Hypothetical: one.Hypothetical));
            var actual = Spell(answer);
            var passed = Normal(one.Expected) == actual;
            if (one.Conflicts is not { } conflicts) return new(one, answer, actual, passed);
            var against = Against(answer);
            return new(one, answer, $"{actual}；冲突：{against}", passed && conflicts == against);
        }
        catch (Exception problem) when (problem is FactsException or KeyNotFoundException)
        {
            var none = new PolicyAnswer { Decision = one.Decision, ArticleId = "", Article = "", Package = "", Outcome = Outcome.NotInForce, Status = "" };
            return new(one, none, problem.Message, false);
        }
    }

    /// <summary>An answer in the spelling of the cases.</summary>
    public static string Spell(PolicyAnswer answer) => answer.Outcome switch
    {
        Outcome.Value => Spell(answer.Value),
        Outcome.NeedsFacts => $"{answer.Outcome.Chinese()}：{string.Join("、", answer.Missing.Select(m => m.Name))}",
        _ => answer.Outcome.Chinese(),
    };

    private static string Against(PolicyAnswer answer) => answer.Conflicts.Count == 0
        ? "无"
        : string.Join("；", answer.Conflicts.Select(c => c.Other.Decision + (c.Differs is null ? "？" : "")));

    private static string Spell(JsonNode? value) => value switch
    {
        null => "无",
        JsonArray list => list.Count == 0 ? "无" : string.Join("；", list.Select(Spell)),
        JsonObject map => string.Join("；", map.Select(e => $"{e.Key}={Spell(e.Value)}")),
        _ when value.GetValueKind() == JsonValueKind.Number => Number(value.GetValue<decimal>()),
        _ => value.ToString(),
    };

    private static string Normal(string expected) => decimal.TryParse(
        expected, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? Number(number)
        : expected.Trim();

    private static string Number(decimal number)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
