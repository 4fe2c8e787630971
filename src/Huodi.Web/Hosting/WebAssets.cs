using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Huodi.Web.Hosting;

/// <summary>
/// Styles, scripts and icons, embedded in this assembly. One version stands in the address of all of them, so that
/// modules may import each other by relative address and a browser may keep them for ever.
/// </summary>
public static class WebAssets
{
    private const string Root = "wwwroot/";

    private static readonly FrozenDictionary<string, byte[]> Files = Load();

    /// <summary>Changes whenever one of the files changes.</summary>
    public static string Version { get; } = VersionOf(Files);

    /// <summary>Address of an asset.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static string Url(string name) => Files.ContainsKey(name)
        ? $"/assets/{Version}/{name}"
        : throw new ArgumentException($"No asset {name}.", nameof(name));

    /// <summary>The bytes, or null.</summary>
    public static byte[]? Find(string name) => Files.GetValueOrDefault(name);

    /// <summary>The media type by the name's extension.</summary>
    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static FrozenDictionary<string, byte[]> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Select(n => (Resource: n, Name: n.Replace('\\', '/')))
            .Where(n => n.Name.StartsWith(Root, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n.Name[Root.Length..], n => Read(assembly, n.Resource), StringComparer.Ordinal);
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!; // The name comes from the assembly itself.
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string VersionOf(FrozenDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
