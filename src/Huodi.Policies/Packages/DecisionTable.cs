namespace Huodi.Policies.Packages;

/// <summary>A decision table as it stands in the document.</summary>
/// <param name="HitPolicy">U, F, A, C, …; the first cell of the header.</param>
/// <param name="Inputs">Input headers, units included.</param>
/// <param name="Outputs">Output headers, units included.</param>
/// <param name="Rows">Cells of each rule: inputs, then outputs.</param>
/// <param name="Line">Line of the header, from 1.</param>
public sealed record DecisionTable(
    string HitPolicy, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<IReadOnlyList<string>> Rows, int Line);
