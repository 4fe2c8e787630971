namespace Huodi.Policies.Ledger;

/// <summary>Damages by the day: which decisions speak of one and the same sum.</summary>
/// <param name="Days">Decision that gives the days that count.</param>
/// <param name="Until">Decision that gives the last day reckoned.</param>
/// <param name="Agreed">Fact with the agreed day.</param>
/// <param name="ResetCause">The change of holder that resets the reckoning, as the parameter says; null when the parameter has no value.</param>
public sealed record DailyDamages(string Days, string Until, string Agreed, string? ResetCause)
{
    /// <summary>Decision that gives the intervals that do not count; null for all that are recorded.</summary>
    public string? Excluded { get; init; }

    /// <summary>Decision that gives the changes of holder that are looked at; null for all that are recorded.</summary>
    public string? Changes { get; init; }
}
