using Huodi.App.Ledger.States;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Readings;

/// <summary>A subject's life along the days: how its state changed, and from when to when its deadlines run.</summary>
/// <param name="States">Its states, one after the other, from the first entry to the day of the question.</param>
/// <param name="Clocks">Its deadlines that have a last day.</param>
public sealed record LifeLine(IReadOnlyList<StatePeriod> States, IReadOnlyList<RunningClock> Clocks)
{
    private const int MostDays = 100;

    /// <summary>Works it out. A state can change where something happened and behind the last day of a deadline, nowhere else.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="library">The law.</param>
    /// <param name="declared">The declarations.</param>
    public static LifeLine Of(SubjectReading reading, PolicyLibrary library, LoadedLedger declared)
    {
        var (asOf, law, _) = reading.Dates;
        var derive = new DeriveState(library, declared);
        var days = reading.Facts.Entries.Select(e => e.Happened).Concat(reading.Clocks.Select(c => c.Due?.AddDays(1) ?? asOf)).Append(asOf)
            .Where(d => d <= asOf && d >= reading.Entries.Min(e => e.Happened)).Distinct().Order().TakeLast(MostDays).ToList();
        var periods = new List<StatePeriod>();
        foreach (var day in days)
        {
            var name = derive.Of(reading.Entries, day, null, law).Development.Name;
            if (periods.Count > 0) periods[^1] = periods[^1] with { To = day.AddDays(-1) };
            if (periods.Count > 0 && periods[^1].Name == name) periods[^1] = periods[^1] with { To = day };
            else periods.Add(new(day, day, name));
        }

        return new(periods, [.. reading.Clocks.Where(c => c.Due is not null).Select(c => new RunningClock(From(c.Rule, reading, declared), c))]);
    }

    private static DateOnly From(string clock, SubjectReading reading, LoadedLedger declared)
    {
        var rule = declared.Clocks.FirstOrDefault(r => r.Id == clock || clock.StartsWith(r.Id + "/", StringComparison.Ordinal));
        var start = rule is null ? null : reading.Facts.Find(rule.Start);
        return start?.Day() ?? start?.FirstDay ?? reading.Entries.Min(e => e.Happened);
    }
}
