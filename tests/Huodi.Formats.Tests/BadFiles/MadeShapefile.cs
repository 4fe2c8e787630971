using System.Buffers.Binary;
using System.Text;

namespace Huodi.Formats.Tests.BadFiles;

/// <summary>Writes small Shapefiles of squares by hand: .shp, .shx, .dbf with ZDDM, ZDMC and XZQDM, and .prj.</summary>
internal static class MadeShapefile
{
    private const int RecordLength = 44 + 4 + (5 * 16);
    private static readonly (string Name, int Width)[] Fields = [("ZDDM", 20), ("ZDMC", 20), ("XZQDM", 6)];

    public const string Cgcs2000 =
        """GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";

    /// <summary>Writes the files with one square a name; names are in the encoding given for each.</summary>
    public static string Write(string folder, string name, params (string Name, Encoding Encoding)[] names)
    {
        var path = Path.Combine(folder, name);
        var (shp, shx) = (new List<byte>(), new List<byte>());
        for (var i = 0; i < names.Length; i++)
        {
            var (x, y) = (117.2 + (i * 0.002), 31.7);
            shx.AddRange([.. Big((100 + shp.Count) / 2), .. Big(RecordLength / 2)]);
            shp.AddRange([.. Big(i + 1), .. Big(RecordLength / 2), .. Little(5), .. Doubles(x, y, x + 0.001, y + 0.001), .. Little(1), .. Little(5), .. Little(0)]);
            shp.AddRange(Doubles(x, y, x, y + 0.001, x + 0.001, y + 0.001, x + 0.001, y, x, y));
        }

        File.WriteAllBytes(path, [.. Header(shp.Count), .. shp]);
        File.WriteAllBytes(Path.ChangeExtension(path, ".shx"), [.. Header(shx.Count), .. shx]);
        File.WriteAllBytes(Path.ChangeExtension(path, ".dbf"), Table(names));
        File.WriteAllText(Path.ChangeExtension(path, ".prj"), Cgcs2000);
        return path;
    }

    private static byte[] Table((string Name, Encoding Encoding)[] names)
    {
        var width = 1 + Fields.Sum(f => f.Width);
        var bytes = new List<byte> { 3, 126, 11, 22 };
        bytes.AddRange([.. Little(names.Length), .. BitConverter.GetBytes((short)(33 + (32 * Fields.Length))), .. BitConverter.GetBytes((short)width), .. new byte[20]]);
        foreach (var (name, length) in Fields)
        {
            bytes.AddRange([.. Encoding.ASCII.GetBytes(name.PadRight(11, '\0')), (byte)'C', .. new byte[4], (byte)length, .. new byte[15]]);
        }

        bytes.Add(0x0D);
        for (var i = 0; i < names.Length; i++)
        {
            bytes.Add((byte)' ');
            bytes.AddRange([.. Cell(Encoding.ASCII.GetBytes($"S{i + 1}"), 20), .. Cell(names[i].Encoding.GetBytes(names[i].Name), 20), .. Cell("340111"u8.ToArray(), 6)]);
        }

        bytes.Add(0x1A);
        return [.. bytes];
    }

    private static byte[] Cell(byte[] text, int width) => [.. text, .. Enumerable.Repeat((byte)' ', width - text.Length)];

    private static byte[] Header(int content) =>
    [
        .. Big(9994), .. new byte[20], .. Big((100 + content) / 2), .. Little(1000), .. Little(5), .. Doubles(117, 31, 118, 32, 0, 0, 0, 0),
    ];

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number) => BitConverter.GetBytes(number);

    private static byte[] Doubles(params double[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];
}
