using System.Text.Json.Nodes;
using Huodi.App.Assessments;
using Huodi.App.Demo;
using Huodi.App.Imports;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;
using Huodi.Domain.Registers;
using Huodi.Formats;
using Huodi.Formats.Geo;
using Huodi.Formats.SupplyResults;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;
using Huodi.Testing;
using NetTopologySuite.Geometries;

namespace Huodi.Web.Tests.Fixture;

/// <summary>A small city in memory: the real districts of 合肥 and 大连, the real supply results, a few parcels and grants of its own, judged by the carried policies.</summary>
internal static class SampleCity
{
    public const string Hostile = "<script>alert('宗地')</script>";
    public const string HefeiParcel = "340104000001GB00001";
    public const string GeneratedParcel = "DEMO-340111-1";
    public const string DalianParcel = "210202000001GB00001";
    public const string DistrictGrant = "3401042026B00001";
    public const string ParcelGrant = "3401042026B00002";
    public const string CityGrant = "3401002026B00003";

    public static readonly DateOnly Day = new(2026, 11, 21);
    public static readonly DateTimeOffset Moment = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<LoadedPolicies> Carried = new(() => PolicyFolder.Load(PathOf("policies")));
    private static readonly Lazy<LoadedLedger> Declared = new(() => LedgerFolder.Load(PathOf("policies"), Policies));

    public static PolicyLibrary Policies => Carried.Value.Library;

    public static LoadedLedger Ledger => Declared.Value;

    /// <summary>A store with everything; two parcels and two grants of its own lie in 蜀山区.</summary>
    public static async Task<InMemoryLandStore> LoadAsync(bool assessed = true)
    {
        var store = new InMemoryLandStore();
        var districts = new List<District>();
        foreach (var city in new[] { "hefei", "dalian" })
        {
            await using var file = File.OpenRead(PathOf($"samples/boundaries/{city}.geojson"));
            var batch = DistrictsReader.Read(file, Request($"{city}.geojson", [])).Batch!; // The carried sample is sound.
            districts.AddRange(batch.Districts);
            _ = await store.SaveAsync(batch, CancellationToken.None);
        }

        await using var supply = File.OpenRead(PathOf("samples/supply-results-2007.csv"));
        _ = await store.SaveAsync(SupplyResultsReader.Read(supply, Request("supply-results-2007.csv", districts)).Batch!, CancellationToken.None); // As above.
        _ = await store.SaveAsync(Own(), CancellationToken.None);
        _ = await store.Ledger.AppendAsync(SampleLife.Entries, CancellationToken.None);
        if (assessed) await FileAsync(store, await AssessAsync(store, Day));
        return store;
    }

    /// <summary>Two versions of the register of idle land in 合肥; between them the hostile parcel was found idle.</summary>
    private static async Task FileAsync(InMemoryLandStore store, AssessmentRun run)
    {
        var scope = new RegisterScope(Policies.Registers.Single(r => r.Id == "idle"), DivisionCode.Parse("340100"), Day, run);
        var request = new FilingRequest("合肥市", "王五", "报备函〔2026〕1号") { AllowsIncomplete = true };
        _ = await new FileRegister(store, new FixedTime(Moment)).FileAsync(scope, request, CancellationToken.None);
        _ = await store.Registers.SaveFindingAsync(
            new RegisterFinding
            {
                Register = "idle",
                Subject = RegisterSubject.Parcel,
                Id = HefeiParcel,
                Act = FindingAct.Enter,
                Day = Day,
                RecordedAt = Moment.AddHours(1),
                By = "市自然资源和规划局",
                Document = "认定书〔2026〕8号",
                Reason = "经调查核实",
            },
            CancellationToken.None);
        _ = await new FileRegister(store, new FixedTime(Moment.AddHours(2))).FileAsync(scope, request, CancellationToken.None);
    }

    public static Task<AssessmentRun> AssessAsync(ILandStore store, DateOnly day) =>
        new AssessStore(store, Policies, new FixedTime(Moment)).RunAsync(day, DivisionCode.Country, null, CancellationToken.None);

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static ImportRequest Request(string file, IReadOnlyList<District> districts) => new(file, Moment, Day, districts);

    private static ImportBatch Own() => new()
    {
        File = "own.geojson",
        FileHash = "own",
        Layer = "parcels",
        ImportedAt = Moment,
        Parcels =
        [
            Parcel(HefeiParcel, Hostile, "340104", 117.20, 31.84, false, [.. Land(1), Fact("已开工", false, 1)]),
            Parcel("340104000001GB00002", "蜀山区第二宗", "340104", 117.22, 31.84, false, [.. Land(2), Fact("实际开工日期", "2021-02-01", 2)]),
            Parcel(GeneratedParcel, "演示宗地一", "340111", 117.31, 31.80, true, [new("宗地面积", 20000m, new FactSource(0, DemoParcels.SourceFile, 3, "宗地面积"))]),
            Parcel(DalianParcel, "中山区一宗", "210202", 121.65, 38.91, false, [.. Land(4), Fact("实际开工日期", "2021-02-01", 4), Excluded(4)]),
        ],
        Grants =
        [
            Grant(DistrictGrant, "只到区县的一宗", "340104", "蜀山区", null),
            Grant(ParcelGrant, "落到宗地的一宗", "340104", "蜀山区", HefeiParcel),
            Grant(CityGrant, "只到市的一宗", "340100", "合肥市本级", null),
        ],
    };

    private static RecordedFact[] Land(int row) =>
    [
        Fact("宗地面积", 26666.67m, row), Fact("用途大类", "工业", row), Fact("建筑面积", 80000m, row), Fact("权利类型", "出让", row),
        Fact("出让价款总额", 12600000m, row), Fact("约定开工日期", "2020-03-01", row), Fact("约定竣工日期", "2022-03-01", row),
    ];

    private static RecordedFact Excluded(int row) => new(
        "不计入期间",
        JsonNode.Parse("""[{"原因":"疫情","起":"2020-05-01","止":"2020-09-30"},{"原因":"政府原因","起":"2020-08-01","止":"2020-12-31"}]""")!, // Well-formed.
        new FactSource(0, "own.geojson", row, "不计入期间"));

    private static RecordedFact Fact(string name, JsonNode value, int row) => new(name, value, new FactSource(0, "own.geojson", row, name));

    private static Parcel Parcel(string id, string name, string division, double x, double y, bool generated, RecordedFact[] facts) => new(
        id, name, DivisionCode.Parse(division), new Polygon(new LinearRing([new(x, y), new(x + 0.002, y), new(x + 0.002, y + 0.002), new(x, y + 0.002), new(x, y)])),
        generated, new FactSheet(facts));

    private static Grant Grant(string number, string name, string division, string place, string? parcel) =>
        new(number, name, DivisionCode.Parse(division), place, parcel, new FactSheet([Fact("电子监管号", number, 9)]));
}
