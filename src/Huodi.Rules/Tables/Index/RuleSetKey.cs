namespace Huodi.Rules.Tables.Index;

/// <summary>A set of rules as the key of a dictionary.</summary>
internal readonly record struct RuleSetKey(ulong[] Set)
{
    public bool Equals(RuleSetKey other) => Set.AsSpan().SequenceEqual(other.Set);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in Set) hash.Add(word);
        return hash.ToHashCode();
    }
}
