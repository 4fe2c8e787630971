namespace Huodi.App.Stores.Copies;

/// <summary>What a column of a store holds. In memory: long, double, string, bool, DateOnly, DateTimeOffset, string, string[], long[], byte[], byte[].</summary>
public enum CellKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A binary fraction.</summary>
    Real,

    /// <summary>Text; in a GeoPackage also what a server holds as <see cref="Json"/>, <see cref="Texts"/> or <see cref="Wholes"/>.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A moment, UTC.</summary>
    Moment,

    /// <summary>JSON text, kept to the letter.</summary>
    Json,

    /// <summary>A list of texts; in a GeoPackage a JSON array.</summary>
    Texts,

    /// <summary>A list of whole numbers; in a GeoPackage a JSON array.</summary>
    Wholes,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A shape as two-dimensional little-endian WKB, EPSG:4490, longitude first.</summary>
    Shape,
}
