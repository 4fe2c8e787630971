namespace Huodi.Rules;

internal sealed class BooleanValue(bool value) : FeelValue
{
    public override FeelKind Kind => FeelKind.Boolean;

    public override bool AsBoolean() => value;

    public override bool Equals(FeelValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => value ? 1 : 2;

    public override string ToString() => value ? "true" : "false";
}
