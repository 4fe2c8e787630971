using Huodi.Policies.Answers;
using Huodi.Policies.Packages;

namespace Huodi.Web.Subjects;

/// <summary>An answer with the law it rests on.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Package">Its package.</param>
/// <param name="Article">Its article.</param>
public sealed record AnswerView(PolicyAnswer Answer, PolicyPackage Package, Article Article)
{
    /// <summary>What was asked: the name after the stroke of the decision id, or the article's title.</summary>
    public string Title => Answer.Decision.IndexOf('/', StringComparison.Ordinal) is > 0 and var at
        ? Answer.Decision[(at + 1)..]
        : Article.Title.Length > 0 ? Article.Title : Answer.Decision;

    /// <summary>The value as shown.</summary>
    public Figure Figure => Figures.Of(Answer.Value, Answer.Unit);
}
