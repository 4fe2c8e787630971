namespace Huodi.Domain.Measures;

/// <summary>An amount in 元, exact until it is rounded once, at the end. May be negative.</summary>
/// <param name="Yuan">元.</param>
public readonly record struct Money(decimal Yuan) : IComparable<Money>
{
    /// <summary>Whole 分, the form in which a store holds an amount.</summary>
    /// <exception cref="DomainException">MONEY_PRECISION: not rounded to 分 yet. MONEY_OVERFLOW: more than 64 bits hold.</exception>
    public long Cents => Scaled.Whole(Yuan, "MONEY", $"金额 {Yuan} 元", "1 分");

    /// <summary>Takes whole 分.</summary>
    public static Money FromCents(long cents) => new(cents / 100m);

    /// <summary>The amount to the nearest 分, a half away from zero (四舍五入).</summary>
    public Money RoundToCents() => new(Math.Round(Yuan, 2, MidpointRounding.AwayFromZero));

    /// <inheritdoc/>
    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;
}
