using Huodi.Domain.Codes;
using Huodi.Policies.Registers;

namespace Huodi.App.Registers;

/// <summary>A filed version of a register: frozen, named, and never changed. A later state is another version.</summary>
public sealed record RegisterVersion
{
    /// <summary>Number in the store, from 1; 0 while it is not filed.</summary>
    public long Number { get; init; }

    /// <summary>Id of the register.</summary>
    public required string Register { get; init; }

    /// <summary>Its Chinese name when it was filed.</summary>
    public required string RegisterName { get; init; }

    /// <summary>Name of the version, for example 合肥市低效用地 2026年第1版; no two have the same.</summary>
    public required string Name { get; init; }

    /// <summary>Which part of the store it covers.</summary>
    public required DivisionCode Region { get; init; }

    /// <summary>Day for which it stands.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Moment of filing, UTC.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Who filed it.</summary>
    public required string FiledBy { get; init; }

    /// <summary>The document it was filed with; may be empty.</summary>
    public required string Document { get; init; }

    /// <summary>The assessment its candidates come from; null when none was used.</summary>
    public required long? Run { get; init; }

    /// <summary>Number of the version before it of the same register and region; null for the first.</summary>
    public required long? Base { get; init; }

    /// <summary>Columns as they were declared when it was filed.</summary>
    public required IReadOnlyList<RegisterColumn> Columns { get; init; }

    /// <summary>Entries by a finding.</summary>
    public int Entered { get; init; }

    /// <summary>Entries that are suspected only.</summary>
    public int Suspected { get; init; }

    /// <summary>Found entries that lack a required fact.</summary>
    public int Incomplete { get; init; }

    /// <summary>SHA-256 over head and rows, lower-case hex (ADR 0056); empty while it is not filed.</summary>
    public string Hash { get; init; } = "";
}
