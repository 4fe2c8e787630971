using System.Buffers.Binary;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Shapefile;

/// <summary>The header of a dBASE table.</summary>
/// <param name="Count">Rows it states.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="Length">Bytes of a row, its deletion mark included.</param>
/// <param name="Language">Language driver ID, 0 when none is stated.</param>
/// <param name="Texts">Offset in the row and width of each text field.</param>
/// <param name="Names">Bytes of the fields' names.</param>
internal sealed record DbfFile(long Count, int Start, int Length, byte Language, IReadOnlyList<(int Offset, int Width)> Texts, IReadOnlyList<byte[]> Names)
{
    private const int HeaderLength = 32;
    private const int FieldLength = 32;
    private const int NameLength = 11;

    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="FileRefusedException">DBF_HEADER, FILE_TRUNCATED.</exception>
    public static DbfFile Check(string path, string file)
    {
        using var stream = File.OpenRead(path);
        var header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength) throw Broken(file);
        var (count, start, length) = (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10)));
        if (start < HeaderLength + 1 || length < 1 || stream.Length < start) throw Broken(file);
        var fields = new byte[start - HeaderLength];
        stream.ReadExactly(fields);
        var (texts, names, offset) = (new List<(int, int)>(), new List<byte[]>(), 1);
        for (var at = 0; at + FieldLength <= fields.Length && fields[at] != 0x0D; at += FieldLength)
        {
            var field = fields.AsSpan(at, FieldLength);
            var name = field[..NameLength];
            names.Add(name[..(name.IndexOf((byte)0) is var end and >= 0 ? end : NameLength)].ToArray());
            if (field[11] == 'C') texts.Add((offset, field[16]));
            offset += field[16];
        }

        if (offset > length) throw Broken(file);
        var needed = start + (count * (long)length);
        if (stream.Length < needed) throw new FileRefusedException("FILE_TRUNCATED", $"{file} 写明有 {count} 行，需 {needed} 字节，实有 {stream.Length} 字节，文件被截断。", "重新复制或导出完整的文件后再导入。");
        return new(count, start, length, header[29], texts, names);
    }

    private static FileRefusedException Broken(string file) => new("DBF_HEADER", $"{file} 的文件头不是 dBASE 属性表。", "文件可能损坏：重新导出后再导入。");
}
