namespace Huodi.Rules;

internal sealed class ListValue : FeelValue
{
    public static readonly ListValue Empty = new([]);

    private readonly bool holes;

    public ListValue(FeelValue[] items)
    {
        Items = items;
        foreach (var item in items) holes |= item.IsUndecided || item.HasHoles;
    }

    public FeelValue[] Items { get; }

    public override FeelKind Kind => FeelKind.List;

    internal override bool HasHoles => holes;

    public override IReadOnlyList<FeelValue> AsList() => Items;

    public override bool Equals(FeelValue? other) => other is ListValue l && Items.AsSpan().SequenceEqual(l.Items);

    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", Items.AsEnumerable())}]";
}
