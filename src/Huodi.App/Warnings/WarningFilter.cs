using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>Which warnings are wanted; what is null does not count.</summary>
public sealed record WarningFilter
{
    /// <summary>The office that has it now.</summary>
    public string? Office { get; init; }

    /// <summary>The level.</summary>
    public string? Level { get; init; }

    /// <summary>Where the subject lies.</summary>
    public DivisionCode? Region { get; init; }

    /// <summary>Only those that are open.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>The status.</summary>
    public WarningStatus? Status { get; init; }

    /// <summary>Last day on or before this one.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>One subject.</summary>
    public LedgerSubject? Subject { get; init; }
}
