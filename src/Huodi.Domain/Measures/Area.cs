namespace Huodi.Domain.Measures;

/// <summary>An area of land or floor, in ㎡, never negative. 亩 = ㎡ × 0.0015 exactly.</summary>
public readonly record struct Area : IComparable<Area>
{
    private const decimal MuPerSquareMetre = 0.0015m;
    private const decimal SquareMetresPerHectare = 10_000m;

    /// <summary>Takes square metres.</summary>
    /// <exception cref="DomainException">AREA_NEGATIVE: less than zero.</exception>
    public Area(decimal squareMetres)
    {
        if (squareMetres < 0) throw new DomainException("AREA_NEGATIVE", $"面积不能为负，实为 {squareMetres} ㎡。");
        SquareMetres = squareMetres;
    }

    /// <summary>㎡.</summary>
    public decimal SquareMetres { get; }

    /// <summary>亩.</summary>
    public decimal Mu => SquareMetres * MuPerSquareMetre;

    /// <summary>公顷.</summary>
    public decimal Hectares => SquareMetres / SquareMetresPerHectare;

    /// <summary>Whole 0.01 ㎡, the form in which a store holds a registered area.</summary>
    /// <exception cref="DomainException">AREA_PRECISION: finer than 0.01 ㎡. AREA_OVERFLOW: more than 64 bits hold.</exception>
    public long Hundredths => Scaled.Whole(SquareMetres, "AREA", $"面积 {SquareMetres} ㎡", "0.01 ㎡");

    /// <summary>Takes hectares.</summary>
    /// <exception cref="DomainException">AREA_NEGATIVE: less than zero.</exception>
    public static Area FromHectares(decimal hectares) => new(hectares * SquareMetresPerHectare);

    /// <summary>Takes whole 0.01 ㎡.</summary>
    /// <exception cref="DomainException">AREA_NEGATIVE: less than zero.</exception>
    public static Area FromHundredths(long hundredths) => new(hundredths / 100m);

    /// <inheritdoc/>
    public int CompareTo(Area other) => SquareMetres.CompareTo(other.SquareMetres);

    public static bool operator <(Area left, Area right) => left.CompareTo(right) < 0;

    public static bool operator <=(Area left, Area right) => left.CompareTo(right) <= 0;

    public static bool operator >(Area left, Area right) => left.CompareTo(right) > 0;

    public static bool operator >=(Area left, Area right) => left.CompareTo(right) >= 0;
}
