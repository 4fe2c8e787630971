namespace Huodi.Rules;

internal sealed class RangeType(FeelType end) : FeelType
{
    public FeelType End => end;

    public override bool ConformsTo(FeelType other) => other.IsAny || (other is RangeType r && end.ConformsTo(r.End));

    public override bool Accepts(FeelValue value) =>
        value.IsNull || (value is RangeValue r && end.Accepts(r.Start) && end.Accepts(r.End));

    public override bool Equals(FeelType? other) => other is RangeType r && r.End.Equals(end);

    public override int GetHashCode() => HashCode.Combine("range", end);

    public override string ToString() => $"range<{end}>";
}
