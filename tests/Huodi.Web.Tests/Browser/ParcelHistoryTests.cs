using Huodi.App.Lineage;
using Huodi.App.Quality.Repairs;
using Huodi.App.Stores;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Web.Tests.Fixture;
using NetTopologySuite.Geometries;

namespace Huodi.Web.Tests.Browser;

/// <summary>A parcel's page shows where it came from and went, its replaced shapes, and the filed registers it stands in.</summary>
public sealed class ParcelHistoryTests(Chromium chromium) : IAsyncLifetime
{
    private const string East = "340104000001GB00002-E";
    private const string West = "340104000001GB00002-W";
    private const string Whole = "340104000001GB00002";
    private readonly HttpClient _client = new();
    private IAsyncDisposable? _app;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        var store = await SampleCity.LoadAsync();
        await SplitAsync(store);
        var (app, http) = await RunningWeb.StartAsync(store);
        (_app, _address) = (app, http.BaseAddress!.GetLeftPart(UriPartial.Authority)); // it was given one
        http.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(West, "2026年11月20日 分割", "变〔2026〕1号", "须重新填报：宗地面积")]
    [InlineData(Whole, "这宗地已因变更注销", West, "图形改正")]
    public async Task Parcel_ThatChanged_ShowsItsLineage(string parcel, params string[] words)
    {
        var page = await _client.GetStringAsync($"{_address}/parcels/{parcel}", TestContext.Current.CancellationToken);
        var text = Html.Text(page);

        Assert.All(words, w => Assert.Contains(w, text, StringComparison.Ordinal));
        Assert.Contains($"/parcels/{East}", Html.Addresses(page));
    }

    [Fact]
    public async Task Parcel_InFiledRegisters_ShowsEachVersionWithItsStanding()
    {
        var page = await _client.GetStringAsync($"{_address}/parcels/{SampleCity.HefeiParcel}", TestContext.Current.CancellationToken);
        var text = Html.Text(page);

        Assert.Contains("合肥市闲置土地 2026年第2版 认定", text, StringComparison.Ordinal); // the finding came between the two
        Assert.Contains("合肥市闲置土地 2026年第1版 疑似", text, StringComparison.Ordinal);
        Assert.Contains("/registers/versions/2", Html.Addresses(page));
        Assert.DoesNotContain("沿革", text, StringComparison.Ordinal); // it never changed
    }

    [Fact]
    public async Task Parcel_OfACityThatFiledNone_IsInNoRegister()
    {
        var page = await _client.GetStringAsync($"{_address}/parcels/{SampleCity.DalianParcel}", TestContext.Current.CancellationToken);

        Assert.Contains("没有一本已备案的台账列有这宗地", Html.Text(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Parcel_WithLineage_FitsTheScreen(int width, int height)
    {
        await using var watched = await chromium.OpenAsync(width, height);

        foreach (var parcel in new[] { West, Whole, SampleCity.HefeiParcel })
        {
            _ = await watched.Page.GotoAsync($"{_address}/parcels/{parcel}");
            Assert.Equal(0, await watched.OverflowAsync());
        }

        watched.AssertNoTrouble(_address);
    }

    private static async Task SplitAsync(ILandStore store)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var whole = await store.FindParcelAsync(Whole, cancellation) ?? throw new InvalidOperationException($"{Whole} is not in the sample.");
        _ = await store.ShapeHistory.ReplaceAsync(
            Whole, whole.Shape, Box(117.22, 117.222), new ShapeChange(0, Whole, whole.Shape, SampleCity.Moment.AddDays(-2), "张三", "删去尖刺"), cancellation);
        Parcel[] parts = [Part(West, 117.22, 117.221), Part(East, 117.221, 117.222)];
        var change = new ParcelChange
        {
            Kind = ParcelChangeKind.Split,
            Day = SampleCity.Day.AddDays(-1),
            RecordedAt = SampleCity.Moment.AddDays(-1),
            By = "李四",
            Document = "变〔2026〕1号",
            Reason = "分割转让",
            Before = [new(Whole, EllipsoidalArea.Measure(whole.Shape), [], [])],
            After = [.. parts.Select(p => new ChangedParcel(p.Id, EllipsoidalArea.Measure(p.Shape), ["用途大类"], ["宗地面积"]))],
        };
        _ = await store.Lineage.SaveAsync(change, parts, new ChangeSource("split.geojson", "h"), cancellation);

        Parcel Part(string id, double west, double east) => whole with { Id = id, Name = id, Shape = Box(west, east) };
    }

    private static Geometry Box(double west, double east) => new GeometryFactory(new PrecisionModel(), 4490).ToGeometry(new Envelope(west, east, 31.84, 31.842));
}
