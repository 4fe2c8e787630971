namespace Huodi.App.Stores;

/// <summary>A moment as every store keeps it: in UTC, to the thousandth of a second, which is what a GeoPackage holds.</summary>
public static class StoredMoment
{
    /// <summary>The moment without what a store would not keep.</summary>
    public static DateTimeOffset Keep(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
