namespace Huodi.Rules;

/// <summary>A named type of a model whose values are restricted to those that pass its unary tests.</summary>
internal sealed class ConstrainedType(string name, FeelType underlying, Func<FeelValue, bool> allows, bool onItems) : FeelType
{
    public FeelType Underlying => underlying;

    public override bool ConformsTo(FeelType other) => ReferenceEquals(this, other) || underlying.ConformsTo(other);

    public override bool Accepts(FeelValue value)
    {
        if (value.IsNull) return allows(value);
        if (!underlying.Accepts(value)) return false;
        return onItems && value is ListValue list ? Array.TrueForAll(list.Items, item => allows(item)) : allows(value);
    }

    public override bool Equals(FeelType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(name, underlying);

    public override string ToString() => name;
}
