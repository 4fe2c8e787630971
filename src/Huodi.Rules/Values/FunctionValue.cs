namespace Huodi.Rules;

/// <summary>A function as a value: a built-in, a function of the host, or one that FEEL text defines.</summary>
internal abstract class FunctionValue : FeelValue
{
    public override FeelKind Kind => FeelKind.Function;

    public abstract FunctionType Type { get; }

    public override bool Equals(FeelValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Type.ToString();
}
