namespace Huodi.Domain.Quality;

/// <summary>One thing that a check found.</summary>
/// <param name="Kind">What was found: stable code, title, weight, remedy.</param>
/// <param name="Message">What is wrong, with place and figures, in Chinese.</param>
/// <param name="Place">Where; null when it has no place, as with a malformed code.</param>
/// <param name="Figures">The numbers of the message.</param>
public sealed record QualityFinding(QualityKind Kind, string Message, QualityPlace? Place, IReadOnlyList<QualityFigure> Figures)
{
    /// <summary>Stable code, for example <c>SHAPE_SPIKE</c>.</summary>
    public string Code => Kind.Code;

    /// <summary>How much it weighs.</summary>
    public QualitySeverity Severity => Kind.Severity;
}
