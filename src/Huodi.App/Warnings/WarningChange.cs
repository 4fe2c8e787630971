using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>What a run does to a warning that is open.</summary>
/// <param name="Number">Number of the warning.</param>
/// <param name="Act">The act.</param>
public sealed record WarningChange(long Number, WarningAct Act);
