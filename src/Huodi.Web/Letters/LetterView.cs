using Huodi.App.Letters;
using Huodi.Policies.Facts;
using Huodi.Policies.Letters;
using Huodi.Policies.Packages;

namespace Huodi.Web.Letters;

/// <summary>A letter on a page.</summary>
/// <param name="Kept">The letter as it is kept; null for a preview.</param>
/// <param name="Changes">What it rests on that was put right since.</param>
public sealed record LetterView(KeptLetter? Kept, IReadOnlyList<string> Changes)
{
    /// <summary>The articles that its template names, with their packages.</summary>
    public IReadOnlyList<(string Package, Article Article)> Basis { get; init; } = [];

    /// <summary>Whether the template's words are others today than when the letter was made, or it is there no more.</summary>
    public bool IsTemplateChanged { get; init; }

    /// <summary>What the facts are.</summary>
    public FactDictionary? Dictionary { get; init; }

    /// <summary>The letter that is not recorded yet.</summary>
    public Letter? Preview { get; init; }

    /// <summary>The letter.</summary>
    public Letter Letter => Preview ?? Kept!.Letter; // One of the two is given.
}
