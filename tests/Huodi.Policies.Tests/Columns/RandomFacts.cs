using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Tests.Columns;

/// <summary>
/// Invents subjects: any fact of the dictionary may be there, with values that the worked cases use (and so stand at the boundaries of
/// the law) or near them. Facts do not agree with each other, so contradictions occur too.
/// </summary>
internal sealed class RandomFacts
{
    private readonly Random _random;
    private readonly List<FactDefinition> _facts;
    private readonly Dictionary<string, List<JsonNode>> _seen;

    public RandomFacts(PolicyLibrary library, int seed)
    {
        _random = new(seed);
        _facts = [.. library.Dictionary.All];
        _seen = library.Packages.SelectMany(p => p.Cases).SelectMany(c => c.Facts)
            .Where(f => f.Value is not null)
            .GroupBy(f => f.Key)
            .ToDictionary(g => g.Key, g => g.Select(f => f.Value!).DistinctBy(v => v.ToJsonString()).ToList()); // nulls are left out above
    }

    public JsonObject Subject()
    {
        var share = _random.NextDouble();
        var facts = new JsonObject();
        foreach (var fact in _facts.Where(_ => _random.NextDouble() < share)) facts[fact.Name] = Value(fact);
        return facts;
    }

    private JsonNode Value(FactDefinition fact)
    {
        var seen = _seen.GetValueOrDefault(fact.Name) ?? [];
        if (seen.Count > 0 && (_random.NextDouble() < 0.6 || fact.Type.StartsWith("list", StringComparison.Ordinal))) return Pick(seen).DeepClone();
        return fact.Type switch
        {
            "boolean" => _random.Next(2) == 0,
            "number" => Math.Round((decimal)(Math.Pow(10, _random.Next(-4, 7)) * _random.NextDouble()), _random.Next(0, 5)),
            "date" => new DateOnly(2008, 1, 1).AddDays(_random.Next(8_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "string" => fact.Allowed.Count > 0 ? Pick(fact.Allowed) : $"文字{_random.Next(5)}",
            _ => new JsonArray(),
        };
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
