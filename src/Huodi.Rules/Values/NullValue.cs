namespace Huodi.Rules;

internal sealed class NullValue : FeelValue
{
    public override FeelKind Kind => FeelKind.Null;

    public override bool Equals(FeelValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 0;

    public override string ToString() => "null";
}
