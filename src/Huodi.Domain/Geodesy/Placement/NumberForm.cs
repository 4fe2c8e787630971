namespace Huodi.Domain.Geodesy.Placement;

/// <summary>How the numbers of a file are to be understood.</summary>
public enum NumberForm
{
    /// <summary>As they stand.</summary>
    AsWritten,

    /// <summary>Degrees, minutes and seconds in one number: 117.301234 is 117°30′12.34″.</summary>
    PackedAfterPoint,

    /// <summary>Degrees, minutes and seconds in one number: 1173012.34 is 117°30′12.34″.</summary>
    PackedWhole,

    /// <summary>The decimal point is lost, or another unit was used: a power of ten too large.</summary>
    DecimalLost,
}
