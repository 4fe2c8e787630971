namespace Huodi.Web.Assessments;

/// <summary>A decision that a run answered.</summary>
/// <param name="Decision">Decision id.</param>
/// <param name="Article">Article id.</param>
/// <param name="Package">Package id.</param>
public sealed record DecisionColumn(string Decision, string Article, string Package)
{
    /// <summary>The name after the stroke, or the whole id.</summary>
    public string Name => Decision[(Decision.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether an id names this decision, its article, or the part of the article before the stroke.</summary>
    public bool Is(string id) => Decision == id || Article == id || Decision.Split('/')[0] == id;
}
