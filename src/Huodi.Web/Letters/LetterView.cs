using Huodi.App.Letters;
using Huodi.Policies.Letters;

namespace Huodi.Web.Letters;

/// <summary>A letter on a page.</summary>
/// <param name="Kept">The letter as it is kept; null for a preview.</param>
/// <param name="Changes">What it rests on that was put right since.</param>
public sealed record LetterView(KeptLetter? Kept, IReadOnlyList<string> Changes)
{
    /// <summary>The letter that is not recorded yet.</summary>
    public Letter? Preview { get; init; }

    /// <summary>The letter.</summary>
    public Letter Letter => Preview ?? Kept!.Letter; // One of the two is given.
}
