using Huodi.Formats.Files;
using Huodi.Formats.Sources.GeoPackage;

namespace Huodi.Formats.Sources;

/// <summary>Opens whatever file the user has as a source.</summary>
public static class FeatureSources
{
    /// <summary>Opens a file, or a folder that is a FileGDB.</summary>
    /// <exception cref="FileRefusedException">It cannot be read: missing, empty, of no known kind, broken, or with several layers and none named.</exception>
    public static IFeatureSource Open(string path, SourceOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new GeoPackageSource(path, Path.GetFileName(path), options.Layer);
    }
}
