using Huodi.App.Imports;

namespace Huodi.Formats.Sources;

/// <summary>A source that was unpacked or converted first: it goes by the name of the user's file, and takes its folder with it.</summary>
internal sealed class StagedSource(IFeatureSource inner, IDisposable folder, string file, IReadOnlyList<string> parts, IReadOnlyList<ImportDiagnostic> warnings) : IFeatureSource
{
    public string File => file;

    public string Layer { get; init; } = inner.Layer;

    public IReadOnlyList<SourceColumn> Columns => inner.Columns;

    public bool HasShapes => inner.HasShapes;

    public SourceReference Reference { get; init; } = inner.Reference;

    public long? Count => inner.Count;

    public IReadOnlyList<ImportDiagnostic> Warnings => [.. warnings, .. inner.Warnings];

    public IReadOnlyList<string> Parts => parts;

    public IEnumerable<SourceFeature> Read(CancellationToken cancellation) => inner.Read(cancellation);

    public IEnumerable<SourceFeature> Sample(int most, CancellationToken cancellation) => inner.Sample(most, cancellation);

    public void Dispose()
    {
        inner.Dispose();
        folder.Dispose();
    }
}
