using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>Values that are written alike: 1.0 and 1.00 are equal to the law, but not the same answer.</summary>
internal sealed class ExactValues : IEqualityComparer<FeelValue>
{
    public static ExactValues Instance { get; } = new();

    public bool Equals(FeelValue? x, FeelValue? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (x is null || y is null || x.Kind != y.Kind) return false;
        return x.Kind switch
        {
            FeelKind.Number => x.AsNumber() is var a && y.AsNumber() is var b && a == b && a.Scale == b.Scale,
            FeelKind.String or FeelKind.Boolean or FeelKind.Date or FeelKind.Null => x.Equals(y),
            FeelKind.List => x.AsList().SequenceEqual(y.AsList(), this),
            FeelKind.Context => x.AsContext().Select(e => e.Key).SequenceEqual(y.AsContext().Select(e => e.Key), StringComparer.Ordinal)
                && x.AsContext().Select(e => e.Value).SequenceEqual(y.AsContext().Select(e => e.Value), this),
            _ => x.Equals(y) && x.ToString() == y.ToString(),
        };
    }

    public int GetHashCode(FeelValue obj) => obj.GetHashCode();
}
