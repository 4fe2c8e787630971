using Huodi.App.Registers;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Domain.Registers;
using Huodi.Policies.Registers;
using Huodi.Store.GeoPackage;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>What another program makes of an exported register.</summary>
public sealed class RegisterGeoPackageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteAsync_OfAVersion_IsReadByOgrinfoWithoutAWarning()
    {
        var path = _folder.File("register.gpkg");

        await RegisterGeoPackage.WriteAsync(path, Version, new[] { Row("P1", true), Row("P2", false) }.ToAsyncEnumerable(), CancellationToken.None);
        var (output, errors) = await Ogr.InfoAsync("-al", path);

        Assert.Equal("", errors);
        Assert.DoesNotContain("Warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("宗地面积(亩) (String) = 1.85184", output, StringComparison.Ordinal);
        Assert.Contains("standing (String) = 认定", output, StringComparison.Ordinal);
        Assert.Contains("measured_area (Real) = 9431.55", output, StringComparison.Ordinal);
        Assert.Contains("MULTIPOLYGON (((117.3 31.8,", output, StringComparison.Ordinal);
        Assert.Contains($"hash (String) = {new string('a', 64)}", output, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 2\n", output, StringComparison.Ordinal);
    }

    private static RegisterVersion Version => new()
    {
        Number = 4,
        Register = "low-efficiency",
        RegisterName = "低效用地",
        Name = "合肥市低效用地 2026年第1版",
        Region = DivisionCode.Parse("340100"),
        AsOf = new DateOnly(2026, 3, 1),
        FiledAt = Land.Morning,
        FiledBy = "王五",
        Document = "",
        Run = null,
        Base = null,
        Columns = [new RegisterColumn("宗地面积", "亩", 0.0015m), new RegisterColumn("权利人", null, 1)],
        Entered = 2,
        Hash = new string('a', 64),
    };

    // 1234.56 ㎡ × 0.0015 is 1.85184 亩.
    private static RegisterEntry Row(string id, bool isDrawn) => new()
    {
        Subject = isDrawn ? RegisterSubject.Parcel : RegisterSubject.Grant,
        Id = id,
        Name = id,
        Division = Land.Baohe,
        Standing = RegisterStanding.Entered,
        Category = "低效工业用地",
        Origins = [new RegisterOrigin(OriginKind.Recorded, 1, "已认定低效用地", "第 1 批导入")],
        Reason = "已认定",
        Shape = isDrawn ? Land.Square(117.3, 31.8) : null,
        MeasuredArea = isDrawn ? new Area(9431.55m) : null,
        Facts = Land.Facts(2, ("宗地面积", 1234.56m)),
    };
}
