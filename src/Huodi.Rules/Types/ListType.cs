namespace Huodi.Rules;

internal sealed class ListType(FeelType item) : FeelType
{
    public FeelType Item => item;

    public override bool ConformsTo(FeelType other) =>
        other.IsAny || (other is ListType l && item.ConformsTo(l.Item));

    public override bool Accepts(FeelValue value) => value.IsNull || (value is ListValue l && Array.TrueForAll(l.Items, item.Accepts));

    public override bool Equals(FeelType? other) => other is ListType l && l.Item.Equals(item);

    public override int GetHashCode() => HashCode.Combine("list", item);

    public override string ToString() => $"list<{item}>";
}
