using System.Diagnostics.CodeAnalysis;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Web.Assessments;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;

namespace Huodi.Web.Map;

/// <summary>What the map shows; it stands in the address.</summary>
/// <param name="District">行政区划代码 of a district, or none for all.</param>
/// <param name="Decision">Decision or article id, <c>all</c> for the most telling answer of all articles, or none for the usual question.</param>
/// <param name="Outcome">Outcome in the contract's spelling, <c>none</c> for what was not judged, or none for all.</param>
/// <param name="Run">Number of the run, or none for the newest.</param>
/// <param name="Page">Page of the list.</param>
public sealed record MapFilter(string? District, string? Decision, string? Outcome, long? Run, int? Page)
{
    /// <summary>The spelling for what was not judged.</summary>
    public const string NotAssessed = "none";

    /// <summary>The spelling for all articles together.</summary>
    public const string AllDecisions = "all";

    /// <summary>What is asked of stock land first: whether it is idle (闲置土地处置办法 第二条). With every article together nearly every parcel meets something.</summary>
    public const string UsualDecision = "CN-53-02/闲置";

    /// <summary>The decision or article to show; null for all together, as when the run does not know the usual one.</summary>
    public string? DecisionIn(RunIndex? index) => Decision switch
    {
        AllDecisions => null,
        null or "" => index?.ColumnsOf(UsualDecision).Count > 0 ? UsualDecision : null,
        _ => Decision,
    };

    /// <summary>The region to read.</summary>
    public DivisionCode Region => DivisionCode.TryParse(District, out var code) ? code : DivisionCode.Country;

    /// <summary>Whether an outcome is asked for.</summary>
    public bool Wants(Outcome? outcome) => string.IsNullOrEmpty(Outcome) || Outcome == CodeOf(outcome);

    /// <summary>The spelling in the address.</summary>
    public static string CodeOf(Outcome? outcome) => outcome?.Code() ?? NotAssessed;

    /// <summary>The address with this filter below a path.</summary>
    public string Address(string path) => Links.With(
        path, ("district", District), ("decision", Decision), ("outcome", Outcome), ("run", Number(Run)), ("page", Page > 1 ? Number(Page) : null));

    /// <summary>False, with the problem, when it names what does not exist.</summary>
    public bool IsKnownTo(RunIndex? index, [NotNullWhen(false)] out IResult? problem)
    {
        problem = null;
        if (!string.IsNullOrEmpty(District) && !DivisionCode.TryParse(District, out _))
            problem = Problems.Problem(400, "DIVISION_CODE", "区县代码有误", $"行政区划代码应为六位数字，实为“{District}”。");
        else if (Run is not null && index is null)
            problem = Problems.Problem(404, "RUN_UNKNOWN", "没有这次评估", $"没有编号为 {Run} 的评估。");
        else if (DecisionIn(index) is { } id && index is not null && index.ColumnsOf(id).Count == 0)
            problem = Problems.Problem(404, "DECISION_UNKNOWN", "没有这一条", $"这次评估没有“{id}”的答案。");
        return problem is null;
    }

    private static string? Number(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
