using Huodi.App.Stores;
using Huodi.Store.GeoPackage;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

public sealed class GeoPackageBinaryTests
{
    [Fact]
    public void Write_OfASquare_GivesTheHeaderOfTheStandard()
    {
        var bytes = GeoPackageBinary.Write(Land.Square(117, 31, 1));

        // Magic “GP”, version 0, flags: little-endian with a two-dimensional envelope; then the spatial reference 4490 (0x118A).
        Assert.Equal([0x47, 0x50, 0x00, 0x03, 0x8A, 0x11, 0x00, 0x00], bytes[..8]);
        Assert.Equal([117.0, 118.0, 31.0, 32.0], Enumerable.Range(0, 4).Select(n => BitConverter.ToDouble(bytes, 8 + (8 * n))));
        Assert.Equal([0x01, 0x06, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00], bytes[40..49]);
    }

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameCoordinates()
    {
        foreach (var shape in new Geometry[] { Land.Square(117.123456789012345, 31), Land.SquareWithHole(-0.1, 0), Land.TwoSquares(1, 2) })
        {
            var read = GeoPackageBinary.Read(GeoPackageBinary.Write(shape));

            Assert.True(shape.EqualsExact(read));
            Assert.Equal(4490, read.SRID);
        }
    }

    [Fact]
    public void Write_OfAPointOrNothing_Refuses()
    {
        _ = Assert.Throws<ArgumentException>(() => GeoPackageBinary.Write(new Point(1, 2)));
        _ = Assert.Throws<ArgumentException>(() => GeoPackageBinary.Write(Polygon.Empty));
    }

    [Fact]
    public void Read_OfAnythingCutOrForeign_Refuses()
    {
        var good = GeoPackageBinary.Write(Land.Square(117, 31));
        foreach (var length in Enumerable.Range(0, good.Length))
        {
            Assert.Equal("STORE_CORRUPT", Assert.Throws<StoreException>(() => GeoPackageBinary.Read(good[..length])).Code);
        }

        Assert.Equal("STORE_CORRUPT", Assert.Throws<StoreException>(() => GeoPackageBinary.Read([.. Enumerable.Repeat((byte)0xFF, 100)])).Code);
    }
}
