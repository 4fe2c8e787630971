using System.Text.Json;

namespace Huodi.Domain.Codes;

/// <summary>One edition of a land-use classification, read from <c>land-use-classes.codes.json</c>. A code means nothing without it.</summary>
public sealed class LandUseVersion
{
    private readonly Dictionary<string, string> _classes;

    private LandUseVersion(string name, string title, string source, bool isComplete, Dictionary<string, string> classes)
    {
        (Name, Title, Source, IsComplete) = (name, title, source, isComplete);
        _classes = classes;
    }

    /// <summary>All editions known by name.</summary>
    public static IReadOnlyList<LandUseVersion> All { get; } = Load();

    /// <summary>Short name, for example <c>GB/T 21010-2017</c>.</summary>
    public string Name { get; }

    /// <summary>The document's title.</summary>
    public string Title { get; }

    /// <summary>Where the codes were taken from.</summary>
    public string Source { get; }

    /// <summary>Whether every code of the edition is carried; if not, one that is missing cannot be called wrong.</summary>
    public bool IsComplete { get; }

    /// <summary>The codes carried, with their names.</summary>
    public IReadOnlyDictionary<string, string> Classes => _classes;

    /// <summary>The edition of that short name, or null.</summary>
    public static LandUseVersion? Find(string name) => All.FirstOrDefault(v => v.Name == name);

    /// <summary>The name of a class, or null when the code is not carried.</summary>
    public string? NameOf(string code) => _classes.GetValueOrDefault(code);

    private static List<LandUseVersion> Load()
    {
        using var json = typeof(LandUseVersion).Assembly.GetManifestResourceStream("land-use-classes.codes.json")
            ?? throw new InvalidOperationException("The classes are not embedded.");
        var file = JsonSerializer.Deserialize<ClassesFile>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The classes are empty.");
        return [.. file.Versions.Select(v => new LandUseVersion(v.Key, v.Value.Title, v.Value.Source, v.Value.Complete, v.Value.Classes))];
    }

    private sealed record ClassesFile(string Note, Dictionary<string, VersionFile> Versions);

    private sealed record VersionFile(string Title, string Source, bool Complete, Dictionary<string, string> Classes);
}
