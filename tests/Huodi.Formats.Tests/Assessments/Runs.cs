using System.Text.Json.Nodes;
using Huodi.App.Assessments;
using Huodi.App.Demo;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;

namespace Huodi.Formats.Tests.Assessments;

/// <summary>Small frozen runs.</summary>
internal static class Runs
{
    public static AssessmentRun Run { get; } = new(
        3,
        new DateOnly(2026, 11, 21),
        DivisionCode.Parse("340100"),
        new DateTimeOffset(2026, 11, 21, 4, 5, 6, TimeSpan.Zero),
        [new("cn-53", new string('a', 64)), new("dalian-2025", new string('b', 64))]);

    public static VerdictLine Line(string decision, string outcome, string? value = null, string? unit = null, params string[] missing) =>
        new(decision, decision.Split('/')[0], decision.StartsWith("CN", StringComparison.Ordinal) ? "cn-53" : "dalian-2025", outcome, value, unit, missing, "sha256:" + new string('c', 64));

    public static SubjectAssessment Grant(string id, string name, params VerdictLine[] verdicts) =>
        new(SubjectKind.Grant, id, name, DivisionCode.Parse("340111"), FactSheet.Empty, verdicts);

    public static SubjectAssessment MadeParcel(string id, params VerdictLine[] verdicts) => new(
        SubjectKind.Parcel,
        id,
        "演示地块 0001（生成）",
        DivisionCode.Parse("340111"),
        new([new("宗地面积", JsonValue.Create(1m), new FactSource(1, DemoParcels.SourceFile, 1, "宗地面积"))]),
        verdicts);

    public static async IAsyncEnumerable<SubjectAssessment> Of(params SubjectAssessment[] subjects)
    {
        foreach (var subject in subjects)
        {
            await Task.Yield();
            yield return subject;
        }
    }
}
