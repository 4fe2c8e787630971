using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources;

/// <summary>
/// One layer or table of a file, whatever its format: what it declares, and its rows one at a time. Memory does not grow with the
/// file. Coordinates are those of the file; nothing is transformed here.
/// </summary>
public interface IFeatureSource : IDisposable
{
    /// <summary>Name of the file the user gave, without a folder.</summary>
    string File { get; }

    /// <summary>Name of the layer, sheet or table inside; the file's own where the format has none.</summary>
    string Layer { get; }

    /// <summary>Columns in the file's order, the geometry's not among them. Names are unique.</summary>
    IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>Whether rows have shapes; false for a table without coordinates.</summary>
    bool HasShapes { get; }

    /// <summary>The coordinate reference system the file declares, if any.</summary>
    SourceReference Reference { get; }

    /// <summary>How many rows there are, where the file says so without being read to its end.</summary>
    long? Count { get; }

    /// <summary>What was found about the file as a whole; complete when the rows have been read to the end.</summary>
    IReadOnlyList<ImportDiagnostic> Warnings { get; }

    /// <summary>The files on disk the source consists of, for its hash; the first is the one the user gave.</summary>
    IReadOnlyList<string> Parts { get; }

    /// <summary>Reads the rows from the beginning. A bad row comes with its faults; only what ends the file ends the reading.</summary>
    /// <exception cref="FileRefusedException">The file breaks off or cannot be read further.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    IEnumerable<SourceFeature> Read(CancellationToken cancellation);

    /// <summary>Some rows, taken evenly from the whole where the format allows it, else the first.</summary>
    IEnumerable<SourceFeature> Sample(int most, CancellationToken cancellation) => Read(cancellation).Take(most);
}
