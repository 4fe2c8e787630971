namespace Huodi.Formats.Mappings;

/// <summary>Which column of a file is what. A file people can read and edit (<see cref="MappingFile"/>).</summary>
/// <param name="Layer">What the file is imported as.</param>
/// <param name="Columns">The columns of the file it was made for.</param>
public sealed record LayerMapping(string Layer, IReadOnlyList<string> Columns)
{
    /// <summary>Coordinate reference system, where the user has fixed it: <c>EPSG:4528</c>.</summary>
    public string? Crs { get; init; }

    /// <summary>Column that identifies a parcel, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Column with its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Column with its 行政区划代码, or null.</summary>
    public string? Division { get; init; }

    /// <summary>Columns that are facts.</summary>
    public IReadOnlyList<ColumnMapping> Facts { get; init; } = [];

    /// <summary>Columns that are not read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}
