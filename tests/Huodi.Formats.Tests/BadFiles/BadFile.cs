namespace Huodi.Formats.Tests.BadFiles;

/// <summary>A file that somebody might send.</summary>
/// <param name="Name">Its name.</param>
/// <param name="What">What is wrong with it, in Chinese, for the documentation.</param>
/// <param name="Code">The diagnostic it must give.</param>
/// <param name="Make">Makes it in a folder and gives the path to import.</param>
internal sealed record BadFile(string Name, string What, string Code, Func<string, string> Make)
{
    /// <summary>Parcels that are kept all the same.</summary>
    public int Kept { get; init; }

    /// <summary>Whether GDAL is needed to find out.</summary>
    public bool NeedsGdal { get; init; }
}
