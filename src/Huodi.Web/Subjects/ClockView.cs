using Huodi.Domain.Clocks;

namespace Huodi.Web.Subjects;

/// <summary>The clock of a contract on one day.</summary>
/// <param name="AsOf">The day of the question.</param>
/// <param name="Tracks">开工 and 竣工, those with an agreed date.</param>
/// <param name="Excluded">Periods that do not count, as recorded.</param>
/// <param name="Changes">Changes of holder, as recorded.</param>
/// <param name="Contract">Day of the contract, or null.</param>
/// <param name="Problem">Why nothing can be drawn, for example an interval that ends before it begins; empty when all is well.</param>
public sealed record ClockView(
    DateOnly AsOf,
    IReadOnlyList<ClockTrack> Tracks,
    IReadOnlyList<ExcludedPeriod> Excluded,
    IReadOnlyList<HolderChange> Changes,
    DateOnly? Contract,
    string Problem);
