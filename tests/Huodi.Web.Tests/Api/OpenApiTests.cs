using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Api;

/// <summary>What the interface answers, held against the document in which it describes itself. The schemas leave nothing open: a field too many is a fault.</summary>
public sealed class OpenApiTests(RunningWeb web)
{
    private const string Start = """{"subject":"grant:2102112025B00077","kind":"开工","happened":"2026-03-02","by":"接口","document":{"name":"核实材料"},"dryRun":true}""";

    public static TheoryData<string, string, string?, string> Requests { get; } = new()
    {
        { "/api/ledger/kinds", "/api/ledger/kinds", null, "200" },
        { "/api/ledger/subjects/{kind}/{id}", $"/api/ledger/subjects/grant/{SampleCity.DistrictGrant}", null, "200" },
        { "/api/ledger/subjects/{kind}/{id}", $"/api/ledger/subjects/grant/{SampleCity.DistrictGrant}?asOf=2025-06-01&lawAsOf=2025-01-01&knownAsOf=2026-12-31", null, "200" },
        { "/api/ledger/subjects/{kind}/{id}", "/api/ledger/subjects/grant/none", null, "404" },
        { "/api/ledger/subjects/{kind}/{id}", $"/api/ledger/subjects/grant/{SampleCity.DistrictGrant}?asOf=x", null, "400" },
        { "/api/ledger/entries", "/api/ledger/entries", Start, "200" },
        { "/api/ledger/entries", "/api/ledger/entries", "{", "400" },
        { "/api/ledger/entries", "/api/ledger/entries", """{"subject":"x","kind":"payment","happened":"2027-01-01","by":" ","document":{"name":"a"}}""", "422" },
        { "/api/evaluate", "/api/evaluate", """{"region":"210200","asOf":"2026-03-01","facts":{"用途大类":"工业","已开工":false,"约定开工日期":"2024-03-01"}}""", "200" },
        { "/api/evaluate", "/api/evaluate", """{"decisions":["none"],"asOf":"2026-03-01","facts":{}}""", "400" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Answer_IsAsTheDocumentSays(string path, string address, string? body, string status)
    {
        var document = JsonNode.Parse(await web.Http.GetStringAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!;

        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var to = new Uri(address, UriKind.Relative);
        using var answer = content is null ? await web.Http.GetAsync(to, TestContext.Current.CancellationToken) : await web.Http.PostAsync(to, content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        var response = Resolve(document, document["paths"]![path]![body is null ? "get" : "post"]!["responses"]![status]!);
        var schema = response["content"]![answer.Content.Headers.ContentType!.MediaType!]!["schema"]!;
        Assert.Equal([], Faults(document, schema, JsonNode.Parse(text), "$").Take(5));
    }

    private static JsonObject Resolve(JsonNode document, JsonNode node)
    {
        if (node["$ref"] is not { } reference) return node.AsObject();
        foreach (var part in reference.GetValue<string>()[2..].Split('/')) document = document[part]!;
        return document.AsObject();
    }

    /// <summary>What in a value is not as its schema says. A keyword that is not read here is a fault too.</summary>
    private static IEnumerable<string> Faults(JsonNode document, JsonNode schema, JsonNode? value, string at)
    {
        var shape = Resolve(document, schema);
        return shape.SelectMany(k => k.Key switch
        {
            "type" => Types(k.Value!).Any(t => Is(value, t)) ? [] : [$"{at}: {k.Value!.ToJsonString()}, {value?.ToJsonString() ?? "null"}"],
            "format" => value is null || DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", out _) ? [] : [$"{at}: {value}"],
            "anyOf" => k.Value!.AsArray().Any(s => !Faults(document, s!, value, at).Any()) ? [] : k.Value.AsArray().SelectMany(s => Faults(document, s!, value, at)),
            "items" => value is JsonArray many ? many.SelectMany((v, i) => Faults(document, k.Value!, v, $"{at}[{i}]")) : [],
            "required" => value is JsonObject one ? k.Value!.AsArray().Select(n => n!.GetValue<string>()).Where(n => !one.ContainsKey(n)).Select(n => $"{at}.{n}: missing") : [],
            "properties" => value is JsonObject one ? one.Where(p => k.Value![p.Key] is not null).SelectMany(p => Faults(document, k.Value![p.Key]!, p.Value, $"{at}.{p.Key}")) : [],
            "additionalProperties" => value is JsonObject one ? one.Select(p => p.Key).Where(n => shape["properties"]![n] is null).Select(n => $"{at}.{n}: not in the document") : [],
            _ => Enumerable.Repeat($"{at}: keyword {k.Key}", 1),
        });
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool Is(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(decimal.Parse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => false,
    };
}
