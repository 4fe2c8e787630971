namespace Huodi.Rules;

/// <summary>A named type of a model whose values are restricted to those that pass its unary tests.</summary>
internal sealed class ConstrainedType(string name, FeelType underlying, Func<FeelValue, bool> allows) : FeelType
{
    public FeelType Underlying => underlying;

    public override bool ConformsTo(FeelType other) => ReferenceEquals(this, other) || underlying.ConformsTo(other);

    public override bool Accepts(FeelValue value) => underlying.Accepts(value) && (value.IsNull || allows(value));

    public override bool Equals(FeelType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(name, underlying);

    public override string ToString() => name;
}
