namespace Huodi.Rules.Tests;

/// <summary>Facts for tests: what is not given is missing under its own name.</summary>
internal sealed class Facts : IFacts
{
    private readonly Dictionary<string, Answer> known = new(StringComparer.Ordinal);

    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public Facts With(string name, FeelValue value) => With(name, Answer.Of(value));

    public Facts With(string name, decimal value) => With(name, FeelValue.Of(value));

    public Facts With(string name, bool value) => With(name, FeelValue.Of(value));

    public Facts With(string name, string value) => With(name, FeelValue.Of(value));

    public Facts With(string name, Answer answer)
    {
        known[name] = answer;
        return this;
    }

    public Answer Get(string name)
    {
        _ = Asked.Add(name);
        return known.TryGetValue(name, out var answer) ? answer : Answer.NeedsFacts(name);
    }
}
