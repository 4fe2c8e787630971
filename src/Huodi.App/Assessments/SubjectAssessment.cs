using Huodi.Domain.Codes;
using Huodi.Domain.Facts;

namespace Huodi.App.Assessments;

/// <summary>One parcel or grant in a frozen assessment: the facts as they stood, and every answer.</summary>
/// <param name="Kind">Parcel or grant.</param>
/// <param name="Id">Parcel id or 电子监管号.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Division">Where it lies.</param>
/// <param name="Facts">Facts as they stood when the run was frozen.</param>
/// <param name="Verdicts">One line a decision, in package and article order.</param>
public sealed record SubjectAssessment(
    SubjectKind Kind, string Id, string Name, DivisionCode Division, FactSheet Facts, IReadOnlyList<VerdictLine> Verdicts);
