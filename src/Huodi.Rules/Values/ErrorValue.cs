namespace Huodi.Rules;

/// <summary>Stands, inside the engine, for a mistake at run time (strict mode).</summary>
internal sealed class ErrorValue(string message) : FeelValue
{
    public string Message => message;

    public override FeelKind Kind => FeelKind.Null;

    internal override bool IsUndecided => true;

    public override bool Equals(FeelValue? other) => other is ErrorValue e && e.Message == message;

    public override int GetHashCode() => message.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"error({message})";
}
