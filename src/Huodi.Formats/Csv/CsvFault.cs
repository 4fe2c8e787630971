namespace Huodi.Formats.Csv;

/// <summary>Why a line is no record.</summary>
internal enum CsvFault
{
    None,

    /// <summary>A quotation mark that is not closed, or is followed by text.</summary>
    Quote,

    /// <summary>Longer than the limit; the rest of the line was skipped.</summary>
    TooLong,
}
