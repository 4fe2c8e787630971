namespace Huodi.Rules;

internal sealed class FunctionType(FeelType[] parameters, FeelType result) : FeelType
{
    public IReadOnlyList<FeelType> Parameters => parameters;

    public FeelType Result => result;

    public override bool ConformsTo(FeelType other) =>
        other.IsAny
        || (other is FunctionType f && f.Parameters.Count == parameters.Length && result.ConformsTo(f.Result)
            && f.Parameters.Zip(parameters).All(p => p.First.ConformsTo(p.Second)));

    public override bool Accepts(FeelValue value) => value.IsNull || (value is FunctionValue f && f.Type.ConformsTo(this));

    public override bool Equals(FeelType? other) =>
        other is FunctionType f && f.Result.Equals(result) && f.Parameters.SequenceEqual(parameters);

    public override int GetHashCode() => HashCode.Combine("function", result, parameters.Length);

    public override string ToString() => $"function<{string.Join(", ", parameters.AsEnumerable())}> -> {result}";
}
