namespace Huodi.Rules;

/// <summary>
/// One result node of one case of the compatibility tests. Values are FEEL literals; a node that could not be evaluated says why.
/// </summary>
public sealed record TckResult(string File, string Case, string Node, string Expected, string Actual, bool Passed);
