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

    /// <summary>These facts, and those of <paramref name="more"/> that these do not know.</summary>
    public Facts And(Facts more)
    {
        var united = new Facts();
        foreach (var (name, answer) in more.known.Concat(known)) _ = united.With(name, answer);
        return united;
    }

    public Answer Get(string name)
    {
        _ = Asked.Add(name);
        return known.TryGetValue(name, out var answer) ? answer : Answer.NeedsFacts(name);
    }
}
