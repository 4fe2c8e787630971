namespace Huodi.Formats.Sources;

/// <summary>What a cell holds. A text table (CSV) holds texts only.</summary>
public enum SourceKind
{
    /// <summary>Nothing: the cell is empty.</summary>
    Null,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number or a fraction.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A JSON list or object, as its text.</summary>
    Json,
}
