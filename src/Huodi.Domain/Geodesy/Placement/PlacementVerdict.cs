namespace Huodi.Domain.Geodesy.Placement;

/// <summary>Whether a file's shapes lie where they should, and if not, what has likely gone wrong.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Reading">The reading that fits best: as stated, inferred, or the likely correction; null when there is none.</param>
/// <param name="Trials">Where the shapes would fall under each reading that puts any of them inside, and as stated; the likeliest first.</param>
/// <param name="Problem">Code, message and remedy when the import must stop; null when it may go on.</param>
public sealed record PlacementVerdict(
    PlacementOutcome Outcome, CoordinateReading? Reading, IReadOnlyList<PlacementTrial> Trials, CoordinateRefusal? Problem)
{
    /// <summary>Whether the file may be read, in <see cref="System"/>.</summary>
    public bool IsAccepted => Problem is null;

    /// <summary>The system to read an accepted file in; null when it is not accepted.</summary>
    public CoordinateSystem? System => IsAccepted ? Reading?.System : null;
}
