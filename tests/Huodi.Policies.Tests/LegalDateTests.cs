using System.Text.Json.Nodes;
using Huodi.Policies.Answers;

namespace Huodi.Policies.Tests;

/// <summary>青岛 2019 expired on 2024-08-29 and answers by the date of the legal fact (供地日期 for underground price).</summary>
public sealed class LegalDateTests
{
    private const string Decision = "QD-17/地下地价";

    [Fact]
    public void Evaluate_ExpiredAndLegalDateUnknown_SaysThatTheDateWouldDecide()
    {
        var answer = Ask(new(2026, 3, 1), null);

        Assert.Equal((Outcome.NotInForce, "expired"), (answer.Outcome, answer.Status));
        Assert.Equal("供地日期", Assert.Single(answer.Missing).Name);
        Assert.Contains(answer.Notes, n => n.Contains("供地日期", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-08-29", Outcome.Value)]
    [InlineData("2024-08-30", Outcome.NotInForce)]
    public void Evaluate_LegalDateKnown_IsDecidedByIt(string supplied, Outcome outcome)
    {
        var answer = Ask(new(2026, 3, 1), supplied);

        Assert.Equal(outcome, answer.Outcome);
        Assert.Empty(answer.Missing);
    }

    [Fact]
    public void Evaluate_LawDayGiven_DoesNotAskForTheLegalDate() =>
        Assert.Empty(CarriedPolicies.Library.Evaluate(Decision, Facts(null), new(new(2026, 3, 1), LawAsOf: new(2026, 3, 1))).Missing);

    private static PolicyAnswer Ask(DateOnly asOf, string? supplied) => CarriedPolicies.Library.Evaluate(Decision, Facts(supplied), new(asOf));

    private static JsonObject Facts(string? supplied) => new() { ["地下层级"] = 1, ["地表同用途地价"] = 3000, ["地下用途"] = "经营", ["供地日期"] = supplied };
}
