using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Ledger;

public sealed class LedgerApiTests
{
    private const string Start = """{"subject":"grant:2102112025B00001","kind":"开工","happened":"2026-03-02","by":"接口","document":{"name":"核实材料"}}""";

    [Fact]
    public async Task Kinds_EveryOne_IsASchemaOfItsFields()
    {
        await using var site = await LedgerSite.StartAsync();

        var kinds = JsonNode.Parse((await site.GetAsync("/api/ledger/kinds")).Html)!.AsArray();

        Assert.Equal(SampleCity.Ledger.Kinds.All.Select(k => k.English), kinds.Select(k => k!["kind"]!.GetValue<string>()));
        var payment = kinds.Single(k => k!["name"]!.GetValue<string>() == "缴款")!["fields"]!;
        Assert.Equal("""["缴款金额","凭证号"]""", payment["required"]!.ToJsonString(Readable));
        Assert.Equal("""{"type":"number","元":"元"}""", $$"""{"type":"{{payment["properties"]!["缴款金额"]!["type"]}}","元":"{{payment["properties"]!["缴款金额"]!["x-unit"]}}"}""");
        var supply = kinds.Single(k => k!["name"]!.GetValue<string>() == "供地")!["fields"]!["properties"]!;
        Assert.Equal("""["出让","划拨","租赁","作价出资"]""", supply["权利类型"]!["enum"]!.ToJsonString(Readable));
        Assert.Equal("date", supply["约定开工日期"]!["format"]!.GetValue<string>());
    }

    [Fact]
    public async Task OpenApi_RefersOnlyToWhatIsThere()
    {
        await using var site = await LedgerSite.StartAsync();

        var document = JsonNode.Parse((await site.GetAsync("/api/openapi.json")).Html)!;

        Assert.Equal(SampleCity.Ledger.Kinds.All.Count + 1, document["components"]!["schemas"]!["Entry"]!["oneOf"]!.AsArray().Count);
        foreach (var reference in References(document))
        {
            var at = document;
            foreach (var part in reference[2..].Split('/')) at = at![part];
            Assert.NotNull(at);
        }
    }

    [Fact]
    public async Task Post_DryRun_TellsWhatChangesAndRecordsNothing()
    {
        await using var site = await LedgerSite.StartAsync();

        var (status, answer) = await PostAsync(site, Start[..^1] + ",\"dryRun\":true}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(answer["recorded"]!.GetValue<bool>());
        Assert.Contains(answer["changes"]!["facts"]!.AsArray(), f => f!["name"]!.GetValue<string>() == "实际开工日期" && f["after"]!.GetValue<string>() == "2026-03-02");
        Assert.Equal(0, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Post_Twice_RecordsOnceAndGivesTheSame()
    {
        await using var site = await LedgerSite.StartAsync();

        var first = await PostAsync(site, Start);
        var second = await PostAsync(site, Start);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(first.Answer["entry"]!.ToJsonString(), second.Answer["entry"]!.ToJsonString());
        Assert.Equal(1, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Post_WithEverythingWrong_ListsEveryFault()
    {
        await using var site = await LedgerSite.StartAsync();

        var (status, answer) = await PostAsync(site, """{"subject":"x","kind":"payment","happened":"2027-01-01","by":" ","document":{"name":"a\u0000b","sha256":"zz"},"fields":{"缴款金额":"1","其他":2}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var codes = answer["faults"]!.AsArray().Select(f => f!["code"]!.GetValue<string>()).Order(StringComparer.Ordinal);
        Assert.Equal(["FACT_TYPE", "LEDGER_DAY", "LEDGER_FIELD_MISSING", "LEDGER_FIELD_UNKNOWN", "LEDGER_SUBJECT", "LEDGER_TEXT", "LEDGER_TEXT"], codes);
    }

    [Theory]
    [InlineData("[]", "REQUEST_JSON")]
    [InlineData("null", "REQUEST_SHAPE")]
    [InlineData("{\"subject\":1}", "REQUEST_JSON")]
    [InlineData("{\"subject\":\"a\",\"subject\":\"b\"}", "REQUEST_JSON")]
    [InlineData("{\"fields\":{\"缴款金额\":1,\"缴款金额\":2}}", "REQUEST_JSON")]
    [InlineData("{\"unknown\":1}", "REQUEST_JSON")]
    [InlineData("{\"fields\":[1]}", "REQUEST_JSON")]
    [InlineData("{\"supersedes\":{\"number\":\"1\",\"reason\":[]}}", "REQUEST_JSON")]
    [InlineData("{", "REQUEST_JSON")]
    public async Task Post_OfWhatIsNoEntry_IsRefusedWithItsCode(string body, string code)
    {
        await using var site = await LedgerSite.StartAsync();

        var (status, answer) = await PostAsync(site, body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, answer["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Post_DeepOrHugeOrNotJson_IsRefused()
    {
        await using var site = await LedgerSite.StartAsync();
        var deep = "{\"fields\":{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}}";
        var nested = Start[..^1] + ",\"fields\":{\"情况说明\":" + new string('[', 20) + new string(']', 20) + "}}";

        Assert.Equal("REQUEST_JSON", (await PostAsync(site, deep)).Answer["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(site, nested)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(site, "{\"by\":\"" + new string('a', 2 << 20) + "\"}")).Status);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["subject"] = "grant:1" });
        using var refused = await site.Http.PostAsync(new Uri("/api/ledger/entries", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.Equal(0, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Post_SupersedingWhatIsNotThere_IsRefused()
    {
        await using var site = await LedgerSite.StartAsync();

        var (status, answer) = await PostAsync(site, Start[..^1] + ",\"supersedes\":{\"number\":9,\"reason\":\"误录\"}}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "LEDGER_SUPERSEDES"), (status, answer["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Subject_OnThreeDates_GivesEntriesFactsStatesClocksAndMoney()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await PostAsync(site, """{"subject":"grant:2102112025B00001","kind":"supply","happened":"2025-06-01","by":"接口","document":{"name":"合同"},"fields":{"权利类型":"出让","约定开工日期":"2026-06-01"}}""");
        _ = await PostAsync(site, Start);

        var before = JsonNode.Parse((await site.GetAsync("/api/ledger/subjects/grant/2102112025B00001?asOf=2026-03-01")).Html)!;
        var after = JsonNode.Parse((await site.GetAsync("/api/ledger/subjects/grant/2102112025B00001?asOf=2026-03-02&lawAsOf=2026-01-01")).Html)!;

        Assert.Equal(2, before["entries"]!.AsArray().Count);
        Assert.DoesNotContain(before["facts"]!.AsArray(), f => f!["name"]!.GetValue<string>() == "实际开工日期");
        Assert.Contains(after["facts"]!.AsArray(), f => f!["name"]!.GetValue<string>() == "实际开工日期");
        Assert.Contains(after["clocks"]!.AsArray(), c => c!["due"]?.GetValue<string>() == "2026-06-01" && c["done"]!.GetValue<string>() == "2026-03-02");
        Assert.NotNull(after["money"]!["accounts"]);
        foreach (var address in new[] { "/api/ledger/subjects/lake/1", "/api/ledger/subjects/grant/none" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("/api/ledger/subjects/grant/2102112025B00001?knownAsOf=x")).Status);
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(LedgerSite site, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await site.Http.PostAsync(new Uri("/api/ledger/entries", UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => e.Key == "$ref" ? [e.Value!.GetValue<string>()] : References(e.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
