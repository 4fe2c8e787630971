using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Huodi.App.Filing;

namespace Huodi.Formats.Filing;

/// <summary>Writes the dBASE III table of a Shapefile. Values have been made to fit before; unknown ones are blank.</summary>
internal sealed class TableWriter : IDisposable
{
    private const byte DateLength = 8;
    private const byte Gb2312 = 0x4D;

    private readonly FileStream _file;
    private readonly FilingProfile _profile;
    private readonly Encoding _encoding;
    private readonly byte[] _record;
    private int _rows;

    public TableWriter(string path, FilingProfile profile, Encoding encoding)
    {
        (_profile, _encoding) = (profile, encoding);
        _record = new byte[1 + profile.Fields.Sum(Length)];
        _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _file.Write(Header());
    }

    public void Write(IReadOnlyList<object?> values)
    {
        Array.Fill(_record, (byte)' ');
        var at = 1;
        for (var i = 0; i < _profile.Fields.Count; i++)
        {
            var field = _profile.Fields[i];
            var bytes = _encoding.GetBytes(Text(field, values[i]));
            var length = Length(field);
            bytes.CopyTo(_record, field.Kind == FilingFieldKind.Number ? at + length - bytes.Length : at);
            at += length;
        }

        _file.Write(_record);
        _rows++;
    }

    public void Finish()
    {
        _file.WriteByte(0x1A);
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, _rows);
        _file.Position = 4;
        _file.Write(count);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private static int Length(FilingField field) => field.Kind switch
    {
        FilingFieldKind.Date => DateLength,
        FilingFieldKind.Boolean => 1,
        _ => field.Length,
    };

    private static string Text(FilingField field, object? value) => value switch
    {
        null => field.Kind == FilingFieldKind.Boolean ? "?" : "",
        bool truth => truth ? "T" : "F",
        DateOnly day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("F" + field.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        string text => text,
        _ => throw new ArgumentException($"A value of {field.Name} is of no type that a table holds.", nameof(value)),
    };

    private byte[] Header()
    {
        const int FieldBytes = 32;
        var header = new byte[FieldBytes + (FieldBytes * _profile.Fields.Count) + 1];
        header[0] = 3;
        (header[1], header[2], header[3]) = (100, 1, 1); // the date of last change: of no use here, and a fixed one keeps packages alike
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(8), (short)header.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(10), (short)_record.Length);
        header[29] = _profile.Encoding == "GBK" ? Gb2312 : (byte)0;
        for (var i = 0; i < _profile.Fields.Count; i++)
        {
            var field = _profile.Fields[i];
            var at = header.AsSpan(FieldBytes + (FieldBytes * i), FieldBytes);
            _ = Encoding.ASCII.GetBytes(field.ShortName, at);
            at[11] = (byte)(field.Kind switch { FilingFieldKind.Number => 'N', FilingFieldKind.Date => 'D', FilingFieldKind.Boolean => 'L', _ => 'C' });
            at[16] = (byte)Length(field);
            at[17] = (byte)(field.Kind == FilingFieldKind.Number ? field.Decimals : 0);
        }

        header[^1] = 0x0D;
        return header;
    }
}
