namespace Huodi.Domain.Warnings;

/// <summary>A warning that was given, and where it stands now.</summary>
/// <param name="Number">Number in the store, from 1.</param>
/// <param name="Notice">What was given.</param>
/// <param name="Run">The run that gave it.</param>
/// <param name="GivenFor">The day it was given for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">How many events it has; a person acts on the version that was seen.</param>
/// <param name="Office">The office that has it now.</param>
/// <param name="Person">The person who has it now; may be empty.</param>
/// <param name="Since">The day from which an escalation counts: given, last escalated, or reopened.</param>
public sealed record Warning(
    long Number,
    WarningNotice Notice,
    long Run,
    DateOnly GivenFor,
    WarningStatus Status,
    int Version,
    string Office,
    string Person,
    DateOnly Since)
{
    /// <summary>Whether something is still to be done about it.</summary>
    public bool IsOpen => Status is WarningStatus.Given or WarningStatus.Acknowledged or WarningStatus.Delegated;
}
