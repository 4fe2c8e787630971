using Huodi.App.Ledger.Clocks;

namespace Huodi.App.Ledger.Readings;

/// <summary>A deadline with the day from which it runs.</summary>
/// <param name="From">The day of the fact from which it runs.</param>
/// <param name="Clock">The deadline.</param>
public sealed record RunningClock(DateOnly From, ClockReading Clock);
