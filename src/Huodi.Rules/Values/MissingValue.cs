namespace Huodi.Rules;

/// <summary>Stands, inside the engine, for a value that waits for facts.</summary>
internal sealed class MissingValue(IReadOnlyList<string> names) : FeelValue
{
    public IReadOnlyList<string> Names => names;

    public override FeelKind Kind => FeelKind.Null;

    internal override bool IsUndecided => true;

    public override bool Equals(FeelValue? other) => other is MissingValue m && m.Names.SequenceEqual(names, StringComparer.Ordinal);

    public override int GetHashCode() => names.Count;

    public override string ToString() => $"missing({string.Join(", ", names)})";
}
