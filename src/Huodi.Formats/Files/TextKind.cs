namespace Huodi.Formats.Files;

/// <summary>How a file's bytes read as text.</summary>
internal enum TextKind
{
    /// <summary>UTF-8 throughout, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>Not UTF-8, but GB 18030 (of which GBK and GB 2312 are parts) throughout.</summary>
    Chinese,

    /// <summary>UTF-8 or GB 18030 up to half a character at the very end.</summary>
    CutOff,

    /// <summary>Neither.</summary>
    Neither,
}
