using System.Text.Json;

namespace Huodi.Domain.Quality;

/// <summary>
/// The thresholds of the checks, read from <c>quality.profile.json</c> or from a city's file of the same form, which may give only
/// those that differ.
/// </summary>
public sealed class QualityProfile
{
    private QualityProfile(IReadOnlyDictionary<string, QualitySetting> settings)
    {
        Settings = settings;
        DuplicateVertexMetres = settings["duplicateVertexMetres"].Value;
        SpikeAngleDegrees = settings["spikeAngleDegrees"].Value;
        SpikeWidthMetres = settings["spikeWidthMetres"].Value;
        SliverWidthMetres = settings["sliverWidthMetres"].Value;
        MaxVertices = settings["maxVertices"].Value;
        OverlapSquareMetres = settings["overlapSquareMetres"].Value;
        GapSquareMetres = settings["gapSquareMetres"].Value;
        GapWidthMetres = settings["gapWidthMetres"].Value;
        AreaDifferenceShare = settings["areaDifferenceShare"].Value;
        AreaDifferenceSquareMetres = settings["areaDifferenceSquareMetres"].Value;
    }

    /// <summary>The profile the program carries.</summary>
    public static QualityProfile Default { get; } = new(Carried());

    /// <summary>Every threshold with its unit, meaning and source.</summary>
    public IReadOnlyDictionary<string, QualitySetting> Settings { get; }

    /// <summary>Consecutive vertices nearer than this are one vertex twice.</summary>
    public double DuplicateVertexMetres { get; }

    /// <summary>A spike's angle is smaller.</summary>
    public double SpikeAngleDegrees { get; }

    /// <summary>A spike's width is smaller.</summary>
    public double SpikeWidthMetres { get; }

    /// <summary>A sliver's mean width, 2 × area ÷ perimeter, is smaller.</summary>
    public double SliverWidthMetres { get; }

    /// <summary>The most vertices a shape may have.</summary>
    public double MaxVertices { get; }

    /// <summary>An overlap of neighbours up to this is not reported.</summary>
    public double OverlapSquareMetres { get; }

    /// <summary>A gap between neighbours up to this is not reported.</summary>
    public double GapSquareMetres { get; }

    /// <summary>A gap is narrower than this; wider ones are roads or water.</summary>
    public double GapWidthMetres { get; }

    /// <summary>Registered and measured area may differ by this share of the registered one.</summary>
    public double AreaDifferenceShare { get; }

    /// <summary>Registered and measured area may differ by this much whatever the share.</summary>
    public double AreaDifferenceSquareMetres { get; }

    /// <summary>Reads a file of thresholds over the carried ones.</summary>
    /// <exception cref="DomainException">QUALITY_PROFILE: not such a file, an unknown threshold, or one that is not a number above zero.</exception>
    public static QualityProfile Read(Stream json)
    {
        var settings = Carried();
        foreach (var (name, setting) in Parse(json))
        {
            if (!settings.ContainsKey(name)) throw Bad($"没有名为“{name}”的设置；可用的有 {string.Join("、", settings.Keys)}");
            if (setting is not { Value: >= 0 } || !double.IsFinite(setting.Value)) throw Bad($"设置“{name}”应是不小于 0 的数");
            settings[name] = setting;
        }

        return new(settings);
    }

    private static Dictionary<string, QualitySetting> Carried()
    {
        using var json = typeof(QualityProfile).Assembly.GetManifestResourceStream("quality.profile.json")
            ?? throw new InvalidOperationException("The profile is not embedded.");
        return Parse(json);
    }

    private static Dictionary<string, QualitySetting> Parse(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<ProfileFile>(json, JsonSerializerOptions.Web)?.Settings ?? throw Bad("缺少 settings");
        }
        catch (JsonException e)
        {
            throw Bad($"不是 JSON（第 {e.LineNumber + 1} 行）");
        }
    }

    private static DomainException Bad(string what) => new("QUALITY_PROFILE", $"质量检查的设置文件有误：{what}。请对照随程序发布的 quality.profile.json 改正。");

    private sealed record ProfileFile(string Note, Dictionary<string, QualitySetting> Settings);
}
