using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>One subject of a frozen run, reduced to what lists and maps need.</summary>
/// <param name="Kind">Parcel or grant.</param>
/// <param name="Id">Parcel id or 电子监管号.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Division">Where it lies.</param>
/// <param name="Outcomes">The outcome in each column of the index; null where the decision does not govern there.</param>
/// <param name="Missing">Names of the facts that any of its answers lacks, each once.</param>
public sealed record IndexedSubject(
    SubjectKind Kind, string Id, string Name, DivisionCode Division, IReadOnlyList<Outcome?> Outcomes, IReadOnlyList<string> Missing)
{
    /// <summary>The outcome in a column; null where the decision does not govern.</summary>
    public Outcome? In(int column) => column < Outcomes.Count ? Outcomes[column] : null;
}
