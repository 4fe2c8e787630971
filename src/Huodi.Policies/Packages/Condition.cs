namespace Huodi.Policies.Packages;

/// <summary>A condition as the package writes it.</summary>
/// <param name="Rule">In a few words.</param>
/// <param name="Expression">FEEL text, true when it holds.</param>
/// <param name="Quote">Words of the article it stands for.</param>
/// <param name="Line">Line in the document, from 1.</param>
public sealed record Condition(string Rule, string Expression, string Quote, int Line);
