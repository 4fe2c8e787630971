namespace Huodi.Formats;

/// <summary>How much of one file is read at most, so that a hostile file cannot take the machine.</summary>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Rows">Rows or features.</param>
/// <param name="LineLength">Characters of one line.</param>
/// <param name="LinesPerRow">Lines one quoted cell may run over.</param>
public sealed record ImportLimits(long Bytes, int Rows, int LineLength, int LinesPerRow)
{
    /// <summary>256 MB, a million rows, a million characters a line, 64 lines a row.</summary>
    public static ImportLimits Default { get; } = new(256L << 20, 1_000_000, 1_000_000, 64);
}
