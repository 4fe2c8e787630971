using Huodi.App.Assessments;
using Huodi.Web.Layout;

namespace Huodi.Web.Grants;

/// <summary>The list of grants.</summary>
public sealed record GrantListView(
    string? District,
    GrantPlace? Place,
    IReadOnlyList<(string Code, string Name)> Districts,
    IReadOnlyDictionary<GrantPlace, int> Counts,
    Paging<GrantRow> Rows,
    AssessmentRun? Run);
