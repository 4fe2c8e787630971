namespace Huodi.Rules;

internal sealed class SimpleType(string name, FeelKind? kind) : FeelType
{
    public FeelKind? Kind => kind;

    public override bool ConformsTo(FeelType other) =>
        other.IsAny || ReferenceEquals(this, Null) || Equals(other);

    public override bool Accepts(FeelValue value) => kind is null || value.IsNull || value.Kind == kind;

    public override bool Equals(FeelType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => name;
}
