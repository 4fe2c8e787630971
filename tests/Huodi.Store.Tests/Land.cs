using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Assessments;
using Huodi.App.Imports;
using Huodi.App.Registers;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Ledger;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Huodi.Domain.Registers;
using Huodi.Policies.Registers;
using NetTopologySuite.Geometries;

namespace Huodi.Store.Tests;

/// <summary>Small pieces of land for the tests, each made from the few values that a test is about.</summary>
internal static class Land
{
    public static readonly DivisionCode Baohe = DivisionCode.Parse("340111");
    public static readonly DivisionCode Shushan = DivisionCode.Parse("340104");
    public static readonly DateTimeOffset Morning = new(2026, 3, 1, 8, 30, 15, 250, TimeSpan.Zero);

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);

    public static Polygon Square(double x, double y, double size = 0.001) => Factory.CreatePolygon(
        [new(x, y), new(x + size, y), new(x + size, y + size), new(x, y + size), new(x, y)]);

    public static MultiPolygon TwoSquares(double x, double y) => Factory.CreateMultiPolygon([Square(x, y), Square(x + 1, y)]);

    public static Polygon SquareWithHole(double x, double y)
    {
        var hole = (LinearRing)Square(x + 0.0002, y + 0.0002, 0.0003).Shell.Reverse();
        return Factory.CreatePolygon(Square(x, y).Shell, [hole]);
    }

    public static FactSheet Facts(int row, params (string Name, JsonNode Value)[] facts) =>
        new(facts.Select(f => new RecordedFact(f.Name, f.Value, new FactSource(0, "land.csv", row, f.Name + "列"))));

    public static Parcel Parcel(string id, Geometry? shape = null, DivisionCode? division = null, FactSheet? facts = null, bool generated = false) => new(
        id, "地块" + id, division ?? Baohe, shape ?? Square(117.3, 31.8), generated, facts ?? Facts(2, ("宗地面积", 1234.56m), ("权利类型", "出让")));

    public static Grant Grant(string number, FactSheet? facts = null, string? parcelId = null) => new(
        number, "项目" + number, DivisionCode.Parse(number[..6]), "包河区", parcelId, facts ?? Facts(7, ("出让价款总额", 600000.00m)));

    public static LedgerDraft Draft(
        string id, string kind, LedgerSubjectKind subject = LedgerSubjectKind.Parcel, Supersession? supersedes = null, JsonObject? fields = null, int day = 1) => new(
        new LedgerSubject(subject, id),
        kind,
        new DateOnly(2026, 2, day),
        "张三",
        new SourceDocument("巡查记录〔2026〕" + id, new string('c', 64)),
        LedgerPayload.Of(fields ?? new JsonObject { ["已开工"] = true, ["出让价款总额"] = JsonNode.Parse("600000.00") }),
        supersedes);

    public static District District(DivisionCode code, Geometry? boundary = null) => new(code, "区" + code, boundary ?? TwoSquares(117, 31));

    public static ImportBatch Batch(params object[] items) => new()
    {
        File = "land.csv",
        FileHash = new string('a', 64),
        Layer = "parcels",
        ImportedAt = Morning,
        Districts = [.. items.OfType<District>()],
        Parcels = [.. items.OfType<Parcel>()],
        Grants = [.. items.OfType<Grant>()],
        Refused = [.. items.OfType<RefusedRow>()],
        Warnings = [.. items.OfType<ImportDiagnostic>()],
    };

    public static AssessmentRun Run(string region = "340100") => new(
        0, new DateOnly(2026, 3, 1), DivisionCode.Parse(region), Morning, [new("cn", new string('0', 64)), new("dalian-2025", new string('1', 64))]);

    public static SubjectAssessment Assessed(SubjectKind kind, string id, params string[] outcomes) => new(
        kind,
        id,
        "名称" + id,
        Baohe,
        Facts(3, ("宗地面积", 100m)),
        [.. outcomes.Select((o, n) => new VerdictLine(
            $"DL-{n.ToString("00", CultureInfo.InvariantCulture)}",
            $"DL-{n.ToString("00", CultureInfo.InvariantCulture)}",
            "dalian-2025",
            o,
            o == "value" ? "600000.00" : null,
            o == "value" ? "元" : null,
            o == "needsFacts" ? ["实际开工日期", "已开工"] : [],
            "sha256:" + new string('f', 64)))]);

    /// <summary>A version that is not filed yet.</summary>
    public static RegisterVersion Version(string name) => new()
    {
        Register = "low-efficiency",
        RegisterName = "低效用地",
        Name = name,
        Region = DivisionCode.Parse("340100"),
        AsOf = new DateOnly(2026, 3, 1),
        FiledAt = Morning,
        FiledBy = "王五",
        Document = "",
        Run = null,
        Base = null,
        Columns = [new RegisterColumn("宗地面积", "亩", 0.0015m), new RegisterColumn("权利人", null, 1)],
    };

    /// <summary>A row of a register.</summary>
    public static RegisterEntry Row(string id, RegisterStanding standing = RegisterStanding.Entered) => new()
    {
        Subject = RegisterSubject.Parcel,
        Id = id,
        Name = "地块\"" + id,
        Division = Baohe,
        Standing = standing,
        Category = "低效工业用地",
        Origins = [new RegisterOrigin(OriginKind.Recorded, 7, "已认定低效用地", "第 7 批导入第 3 行记为“已认定低效用地”")],
        Reason = "已认定",
        Shape = SquareWithHole(117.3, 31.8),
        MeasuredArea = new Area(9431.55m),
        Facts = Facts(3, ("宗地面积", 1234.50m), ("已开工", false), ("供地日期", "2024-02-29")),
    };
}
