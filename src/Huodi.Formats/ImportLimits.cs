namespace Huodi.Formats;

/// <summary>How much of one file is read at most, so that a hostile file cannot take the machine.</summary>
/// <param name="Bytes">Size of a file that is read into memory: a table of supply results.</param>
/// <param name="Rows">Rows or features.</param>
/// <param name="LineLength">Characters of one line.</param>
/// <param name="LinesPerRow">Lines one quoted cell may run over.</param>
public sealed record ImportLimits(long Bytes, int Rows, int LineLength, int LinesPerRow)
{
    /// <summary>256 MB, twenty million rows, a million characters a line, 64 lines a row.</summary>
    public static ImportLimits Default { get; } = new(256L << 20, 20_000_000, 1_000_000, 64);

    /// <summary>Bytes of one feature or cell that must be held at once: a ring of a million points takes about 40 MB.</summary>
    public int ValueBytes { get; init; } = 256 << 20;

    /// <summary>Bytes that an archive may unpack to.</summary>
    public long UnpackedBytes { get; init; } = 64L << 30;

    /// <summary>How many times larger than itself an archive's entry may become. Deflate cannot exceed 1032; surveys stay far below 100.</summary>
    public int UnpackRatio { get; init; } = 200;

    /// <summary>How long another program may take to convert a file.</summary>
    public TimeSpan Conversion { get; init; } = TimeSpan.FromHours(2);
}
