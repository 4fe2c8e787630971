using Huodi.Domain.Warnings;

namespace Huodi.Web.Warnings;

/// <summary>Acting on several warnings of a list at once, and what came of it.</summary>
public sealed record WarningBatch
{
    /// <summary>The form as it was filled in.</summary>
    public WarningForm Form { get; init; } = new();

    /// <summary>What was chosen, each <see cref="Key"/>.</summary>
    public IReadOnlySet<string> Chosen { get; init; } = new HashSet<string>();

    /// <summary>What was done.</summary>
    public WarningAction Action { get; init; }

    /// <summary>On how many it was recorded.</summary>
    public long Done { get; init; }

    /// <summary>On which it was not, and why.</summary>
    public IReadOnlyList<(long Number, string Message)> Refused { get; init; } = [];

    /// <summary>Why nothing was recorded; empty when something was.</summary>
    public string Fault { get; init; } = "";

    /// <summary>A warning in the version that was seen.</summary>
    public static string Key(Warning warning) => FormattableString.Invariant($"{warning.Number}:{warning.Version}");
}
