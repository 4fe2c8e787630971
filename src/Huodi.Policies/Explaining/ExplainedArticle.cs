namespace Huodi.Policies.Explaining;

/// <summary>An article an answer rests on, with what holds and what fails under each of its sentences.</summary>
/// <param name="Id">Id, for example <c>DL-10</c>.</param>
/// <param name="Package">Id of its package.</param>
/// <param name="Heading">Title of the document with the article's number, for example 《…》第十条.</param>
/// <param name="Passages">Sentences in the order of the steps.</param>
public sealed record ExplainedArticle(string Id, string Package, string Heading, IReadOnlyList<ExplainedPassage> Passages);
