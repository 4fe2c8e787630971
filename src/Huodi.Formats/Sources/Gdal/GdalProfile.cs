using System.Text.Json;

namespace Huodi.Formats.Sources.Gdal;

/// <summary>Which files go through GDAL, read from <c>gdal.profile.json</c>.</summary>
internal sealed record GdalProfile(string Note, Version LeastVersion, IReadOnlyList<GdalFormat> Formats, IReadOnlyList<string> SkippedDrivers, int MostWarnings)
{
    /// <summary>The profile this project carries.</summary>
    public static GdalProfile Default { get; } = Load();

    /// <summary>The format of a file by its extension, or null.</summary>
    public GdalFormat? Of(string path) =>
        Formats.FirstOrDefault(f => f.Extension.Equals(Path.GetExtension(Path.TrimEndingDirectorySeparator(path)), StringComparison.OrdinalIgnoreCase));

    private static GdalProfile Load()
    {
        using var json = typeof(GdalProfile).Assembly.GetManifestResourceStream("gdal.profile.json")
            ?? throw new InvalidOperationException("The profile is not embedded.");
        return JsonSerializer.Deserialize<GdalProfile>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The profile is empty.");
    }
}

/// <summary>A format GDAL reads.</summary>
/// <param name="MostBytes">Size above which it is not read, because GDAL would hold it in memory; 0 for any.</param>
/// <param name="Parts">Extensions of files that belong to it.</param>
internal sealed record GdalFormat(string Extension, string Words, string Driver, long MostBytes = 0, IReadOnlyList<string>? Parts = null);
