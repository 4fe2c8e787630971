using System.Text.Json.Nodes;
using Huodi.App.Assessments;
using Huodi.App.Imports;
using Huodi.App.Lineage;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Domain.Registers;
using Huodi.Policies;
using Huodi.Policies.Loading;
using Huodi.Testing;
using NetTopologySuite.Geometries;

namespace Huodi.Cli.Tests.Registers;

/// <summary>Land, findings and changes for the tests of registers, each made from what a test is about.</summary>
internal static class Ground
{
    public static readonly DateOnly Day = new(2026, 3, 1);
    public static readonly DivisionCode Hefei = DivisionCode.Parse("340100");

    private static readonly Lazy<PolicyLibrary> Carried = new(() => PolicyFolder.Load(Path.Combine(AppContext.BaseDirectory, "policies")).Library);

    public static PolicyLibrary Policies => Carried.Value;

    public static Polygon Box(double x, double y, double width = 0.002, double height = 0.002) => new(
        new LinearRing([new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height), new(x, y)]))
    { SRID = 4490 };

    public static FactSheet Facts(params (string Name, JsonNode Value)[] facts) =>
        new(facts.Select((f, row) => new RecordedFact(f.Name, f.Value, new FactSource(0, "land.geojson", row + 1, f.Name))));

    public static Parcel Parcel(string id, Geometry shape, params (string Name, JsonNode Value)[] facts) =>
        new(id, "宗地" + id, DivisionCode.Parse("340104"), shape, false, Facts(facts));

    /// <summary>Not started since 2020: what article 2 of the idle-land measures calls idle.</summary>
    public static (string Name, JsonNode Value)[] NotStarted => [("约定开工日期", "2020-03-01"), ("已开工", false), ("宗地面积", 1000m), ("闲置原因", "企业自身原因")];

    public static Task<ImportReport> SaveAsync(this ILandStore store, params Parcel[] parcels) => store.SaveAsync(
        new ImportBatch { File = "land.geojson", FileHash = "", Layer = "parcels", ImportedAt = Noon(0), Parcels = parcels }, CancellationToken.None);

    public static Task<AssessmentRun> AssessAsync(this ILandStore store) => store.AssessAsync(Policies, Day);

    public static Task<AssessmentRun> AssessAsync(this ILandStore store, PolicyLibrary policies, DateOnly day) =>
        new AssessStore(store, policies, FixedClock.On(2026, 3, 1)).RunAsync(day, DivisionCode.Country, null, CancellationToken.None);

    /// <summary>The law with or without an answer of 大连 on whether seizures count; null leaves it open.</summary>
    public static PolicyLibrary Deducting(bool? deducts) => deducts is not { } known ? Policies : PolicyFolder.Load(
        Path.Combine(AppContext.BaseDirectory, "policies"), new([], [new("dalian-2025", "认定闲置扣除查封期间", known ? "true" : "false")])).Library;

    public static RegisterScope Scope(string register, AssessmentRun? run = null, string? region = null) =>
        new(Policies.Registers.Single(r => r.Id == register), region is null ? Hefei : DivisionCode.Parse(region), Day, run);

    public static async Task<IReadOnlyList<RegisterEntry>> DraftAsync(this ILandStore store, string register, AssessmentRun? run = null, string? region = null) =>
        await new DraftRegister(store).EntriesAsync(Scope(register, run, region), CancellationToken.None).ToListAsync();

    public static Task<RegisterVersion> FileAsync(this ILandStore store, string register, AssessmentRun? run, int hour, FilingRequest? request = null) =>
        new FileRegister(store, new FixedClock(Noon(hour))).FileAsync(
            Scope(register, run), request ?? new FilingRequest("合肥市", "王五", "") { AllowsIncomplete = true }, CancellationToken.None);

    public static Task<RegisterFinding> FindAsync(this ILandStore store, string register, string id, FindingAct act, int hour = 0) => store.Registers.SaveFindingAsync(
        new RegisterFinding
        {
            Register = register,
            Subject = RegisterSubject.Parcel,
            Id = id,
            Act = act,
            Day = Day,
            RecordedAt = Noon(hour),
            By = "市自然资源和规划局",
            Document = $"认〔2026〕{id}号",
            Reason = "经核实",
        },
        CancellationToken.None);

    public static Task<ParcelChange> ChangeAsync(this ILandStore store, ParcelChangeKind kind, string[] before, Parcel[] after, int hour = 0) =>
        new ChangeParcels(store, Policies, new FixedClock(Noon(hour))).ChangeAsync(
            new ChangeRequest(kind, before, after, Day, "王五", "变〔2026〕1号", "分割转让", new ChangeSource("new.geojson", "")), CancellationToken.None);

    /// <summary>Hours after noon of the day.</summary>
    public static DateTimeOffset Noon(int hours) => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8)).AddHours(hours).ToUniversalTime();
}
