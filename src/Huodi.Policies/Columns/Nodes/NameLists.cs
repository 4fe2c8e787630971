namespace Huodi.Policies.Columns.Nodes;

/// <summary>Lists of names with the same names in the same order.</summary>
internal sealed class NameLists : IEqualityComparer<IReadOnlyList<string>>
{
    public static NameLists Instance { get; } = new();

    public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.Count == y.Count && x.SequenceEqual(y, StringComparer.Ordinal));

    public int GetHashCode(IReadOnlyList<string> obj) => obj.Count == 0 ? 0 : HashCode.Combine(obj.Count, obj[0], obj[^1]);
}
