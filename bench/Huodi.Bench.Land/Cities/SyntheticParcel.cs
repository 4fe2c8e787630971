namespace Huodi.Bench.Land.Cities;

/// <summary>One generated parcel.</summary>
/// <param name="Rings">The shell and the holes: longitude, latitude, …, closed.</param>
/// <param name="Values">The sixteen values of <see cref="SyntheticCity.Columns"/>: text, long or double.</param>
internal sealed record SyntheticParcel(IReadOnlyList<double[]> Rings, object[] Values);
