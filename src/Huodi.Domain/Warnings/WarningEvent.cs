namespace Huodi.Domain.Warnings;

/// <summary>Something that happened to a warning. Events are only added.</summary>
/// <param name="Warning">Number of the warning.</param>
/// <param name="Version">The version it made, from 1.</param>
/// <param name="Moment">When it was recorded.</param>
/// <param name="Act">What happened.</param>
/// <param name="Run">The run that did it; null for a person.</param>
public sealed record WarningEvent(long Warning, int Version, DateTimeOffset Moment, WarningAct Act, long? Run);
