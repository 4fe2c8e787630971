using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What an answer to a yes-or-no question says; an open answer says neither.</summary>
internal static class Truth
{
    public static bool IsTrue(this Answer answer) => answer.TryGetValue(out var value) && value.Equals(FeelValue.True);

    /// <summary>Decided, and not yes.</summary>
    public static bool IsNotTrue(this Answer answer) => answer.IsDecided && !answer.IsTrue();

    /// <summary>Decided, and no.</summary>
    public static bool IsFalse(this Answer answer) => answer.TryGetValue(out var value) && value.Equals(FeelValue.False);
}
