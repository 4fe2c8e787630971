namespace Huodi.App.Registers;

/// <summary>What somebody says when filing a register.</summary>
/// <param name="RegionName">Name of the region, for the name of the version.</param>
/// <param name="By">Who files.</param>
/// <param name="Document">The document it is filed with; may be empty.</param>
public sealed record FilingRequest(string RegionName, string By, string Document)
{
    /// <summary>Name of the version; null takes region, register, year and number.</summary>
    public string? Name { get; init; }

    /// <summary>The digest of the draft that was looked at, or its beginning; null files whatever there is.</summary>
    public string? Digest { get; init; }

    /// <summary>Whether found rows may lack required facts; they are counted in the version.</summary>
    public bool AllowsIncomplete { get; init; }
}
