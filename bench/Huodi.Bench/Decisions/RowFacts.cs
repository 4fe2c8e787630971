using Huodi.Rules;

namespace Huodi.Bench.Decisions;

/// <summary>The facts of one row.</summary>
internal sealed class RowFacts(IReadOnlyList<string> names, FeelValue?[] values) : IFacts
{
    public Answer Get(string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (names[i] == name && values[i] is { } value) return Answer.Of(value);
        }

        return Answer.NeedsFacts(name);
    }
}
