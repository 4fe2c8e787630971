using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;

namespace Huodi.Web.Tests.Fixture;

/// <summary>The life of one grant: supplied, paid late, hindered, started, the start corrected.</summary>
internal static class SampleLife
{
    public const string Address = "/ledger/grant/" + SampleCity.DistrictGrant;

    private static readonly LedgerSubject Grant = new(LedgerSubjectKind.Grant, SampleCity.DistrictGrant);

    public static IReadOnlyList<LedgerDraft> Entries { get; } =
    [
        Draft("supply", new(2024, 3, 1), new()
        {
            ["权利类型"] = "出让", ["用途大类"] = "工业", ["行政区划代码"] = "340104", ["项目名称"] = SampleCity.Hostile, ["出让价款总额"] = JsonNode.Parse("12600000.00"),
            ["约定交地日期"] = "2024-04-01", ["约定开工日期"] = "2025-03-01", ["约定竣工日期"] = "2027-03-01",
        }),
        Draft("handover", new(2024, 4, 1), []),
        Draft("payment-plan", new(2024, 3, 1), new() { ["付款期次"] = "第一期", ["应缴日期"] = "2024-04-01", ["应缴金额"] = JsonNode.Parse("6300000.00") }),
        Draft("payment-plan", new(2024, 3, 1), new() { ["付款期次"] = "第二期", ["应缴日期"] = "2025-03-01", ["应缴金额"] = JsonNode.Parse("6300000.00") }),
        Draft("payment", new(2024, 3, 28), new() { ["缴款金额"] = JsonNode.Parse("6300000.00"), ["凭证号"] = "A-1" }),
        Draft("payment", new(2025, 5, 6), new() { ["缴款金额"] = JsonNode.Parse("1000000.00"), ["凭证号"] = "A-2" }),
        Draft("obstacle", new(2025, 1, 10), new() { ["事项编号"] = "Z-1", ["障碍原因"] = "政府原因" }),
        Draft("obstacle-end", new(2025, 6, 30), new() { ["事项编号"] = "Z-1" }),
        Draft("start", new(2025, 9, 1), []),
        Draft("start", new(2025, 10, 1), [], new(9, "许可证核发在后，动工日期误录")),
        Draft("patrol", new(2026, 6, 1), new() { ["巡查方式"] = "现场", ["已竣工"] = false, ["停工中"] = false, ["情况说明"] = "基坑开挖完毕，主体未起" }),
    ];

    private static LedgerDraft Draft(string kind, DateOnly day, JsonObject fields, Supersession? supersedes = null) =>
        new(Grant, kind, day, "王五（市自然资源和规划局）", new SourceDocument("文件〔2024〕1号", new string('c', 64)), LedgerPayload.Of(fields), supersedes);
}
