using System.Text.Json.Nodes;

namespace Huodi.Policies.Cases;

/// <summary>A worked case: facts and the answer the law gives.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Decision">Decision asked.</param>
/// <param name="AsOf">Day of the question.</param>
/// <param name="Facts">Facts in the contract's form.</param>
/// <param name="Expected">As written: a FEEL literal, or an outcome in Chinese, with the missing facts after a colon.</param>
/// <param name="Source">File below the policies folder and line, for example <c>dalian-2025/cases/DL-06.md:7</c>.</param>
public sealed record PolicyCase(string Title, string Decision, DateOnly AsOf, JsonObject Facts, string Expected, string Source)
{
    /// <summary>True to evaluate a package that does not govern that day all the same.</summary>
    public bool Hypothetical { get; init; }

    /// <summary>Ids of the decisions that must stand against the answer, with ？ where that cannot be told yet, between ；; 无 for none; null when the case does not ask.</summary>
    public string? Conflicts { get; init; }
}
