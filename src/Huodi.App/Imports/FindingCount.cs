namespace Huodi.App.Imports;

/// <summary>How often an import found one thing, rows kept and refused together.</summary>
/// <param name="Code">Stable code of the diagnostic.</param>
/// <param name="Severity">Whether it refused its row.</param>
/// <param name="Count">Number of diagnostics.</param>
public sealed record FindingCount(string Code, ImportSeverity Severity, int Count);
