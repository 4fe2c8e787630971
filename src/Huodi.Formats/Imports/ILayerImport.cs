using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Imports;

/// <summary>One thing a file can be imported as. <see cref="LayerImports"/> lists them all; <c>huodi import --as</c> offers them by name.</summary>
public interface ILayerImport
{
    /// <summary>Name after <c>--as</c>, for example <c>parcels</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in a few Chinese words.</summary>
    string Words { get; }

    /// <summary>Reads the file and saves what is good in one transaction; a dry run saves nothing and reports batch 0.</summary>
    /// <exception cref="FileRefusedException">The file as a whole cannot be taken; the store is unchanged.</exception>
    Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellation);
}
