namespace Huodi.Rules;

internal sealed class ListValue : FeelValue
{
    public static readonly ListValue Empty = new([]);

    private readonly bool holes;

    public ListValue(FeelValue[] items)
    {
        Items = items;
        var depth = 0;
        foreach (var item in items)
        {
            holes |= item.IsUndecided || item.HasHoles;
            depth = Math.Max(depth, item.Depth);
        }

        Depth = DepthAbove(depth);
    }

    public FeelValue[] Items { get; }

    public override FeelKind Kind => FeelKind.List;

    internal override bool HasHoles => holes;

    internal override int Depth { get; }

    public override IReadOnlyList<FeelValue> AsList() => Items;

    public override bool Equals(FeelValue? other) => other is ListValue l && Items.AsSpan().SequenceEqual(l.Items);

    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", Items.AsEnumerable())}]";
}
