namespace Huodi.Domain.Registers;

/// <summary>A finding of a person or office about one piece of land for one register. It is never changed; a later one takes its place.</summary>
public sealed record RegisterFinding
{
    /// <summary>Number in the store, from 1; 0 while it is not saved.</summary>
    public long Number { get; init; }

    /// <summary>Id of the register.</summary>
    public required string Register { get; init; }

    /// <summary>What <see cref="Id"/> names.</summary>
    public required RegisterSubject Subject { get; init; }

    /// <summary>Parcel id, 电子监管号 or 批准文号.</summary>
    public required string Id { get; init; }

    /// <summary>Into the register, or out of it.</summary>
    public required FindingAct Act { get; init; }

    /// <summary>Day of the finding.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Moment it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who found it.</summary>
    public required string By { get; init; }

    /// <summary>The document, for example 合自然资认〔2026〕3号.</summary>
    public required string Document { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
