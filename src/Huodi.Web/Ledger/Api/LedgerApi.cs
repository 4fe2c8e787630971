using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Huodi.App.Ledger.Readings;
using Huodi.App.Ledger.Recording;
using Huodi.App.Stores;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Huodi.Web.Ledger.Api;

/// <summary>The ledger over HTTP: what can be recorded, recording it, and what the ledger says about a subject.</summary>
internal sealed class LedgerApi(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, TimeProvider time)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly ReadEntry _read = new(ledger.Kinds, policies);
    private readonly PreviewEntry _preview = new(policies, ledger);
    private readonly ReadSubject _subject = new(policies, ledger);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ledger/kinds", (LedgerApi api) => api.Kinds());
        app.MapPost("/api/ledger/entries", (HttpRequest http, LedgerApi api, CancellationToken cancellation) => api.RecordAsync(http, cancellation));
        app.MapGet("/api/ledger/subjects/{kind}/{**id}", (
            string kind, string id, string? asOf, string? lawAsOf, string? knownAsOf, HttpContext http, LedgerApi api, CancellationToken cancellation) =>
            api.SubjectAsync(kind, id, new(asOf, lawAsOf, knownAsOf, null, null), http, cancellation));
        app.MapGet("/api/openapi.json", (LoadedLedger ledger, PolicyLibrary policies) => Json(OpenApi.Of(ledger, policies.Dictionary)));
    }

    private static ContentHttpResult Json(JsonNode node, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(node.ToJsonString(PolicyAnswerJson.Compact), "application/json; charset=utf-8", statusCode: status);

    /// <summary>The answer under the hash of its words; 304 for who has them already. Nothing else tells whether day, law and entries still give the same.</summary>
    private static IResult Conditional(JsonNode node, HttpContext http)
    {
        var text = node.ToJsonString(PolicyAnswerJson.Compact);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"");
        http.Response.Headers.ETag = tag.ToString();
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t.Equals(EntityTagHeaderValue.Any))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(text, "application/json; charset=utf-8");
    }

    private static ProblemHttpResult Bad(string code, string detail, string suggestion, int status = StatusCodes.Status400BadRequest) =>
        Problems.Problem(status, code, "请求有误", detail, suggestion);

    private static ProblemHttpResult Faulty(IReadOnlyList<Huodi.App.Ledger.EntryFault> faults) => TypedResults.Problem(
        string.Join(" ", faults.Select(f => f.Message)),
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "登记有误，没有登记",
        extensions: new Dictionary<string, object?> { ["code"] = "LEDGER_REFUSED", ["faults"] = LedgerJson.Faults(faults) });

    private ContentHttpResult Kinds() => Json(new JsonArray([.. ledger.Kinds.All.Select(k => KindSchema.Of(k, policies.Dictionary))]));

    private async Task<IResult> RecordAsync(HttpRequest http, CancellationToken cancellation)
    {
        try
        {
            var request = await JsonBody.ReadAsync<EntryRequest>(http, Reading, cancellation);
            if (request?.After < 0) return Bad("REQUEST_SHAPE", "after 不能小于零。", "写这个对象最后一条登记的登记号，没有登记的写 0。");
            if (request?.Fields is not (null or JsonObject)) return Bad("REQUEST_JSON", "fields 须为 JSON 对象。", "写成 {\"字段\": 值}。");
            return request is null ? Bad("REQUEST_SHAPE", "请求须为 JSON 对象。", "见 /api/openapi.json。") : await RecordAsync(request, http.HttpContext.Response, cancellation);
        }
        catch (JsonException broken)
        {
            return Bad("REQUEST_JSON", JsonBody.Explain(broken), "检查引号、逗号、括号和各项的类型，每个名称只写一次，最多 32 层。");
        }
        catch (StoreException refused) when (refused.Code == "LEDGER_SUPERSEDES")
        {
            return Bad(refused.Code, refused.Message, "核对 supersedes.number：须是同一对象、同一种类的登记。", StatusCodes.Status422UnprocessableEntity);
        }
        catch (StoreException moved) when (moved.Code == "LEDGER_MOVED")
        {
            return Bad(moved.Code, moved.Message, "重新读取这个对象的登记，确认仍要登记的，以最后一条的登记号作 after 再送。", StatusCodes.Status409Conflict);
        }
    }

    private async Task<IResult> RecordAsync(EntryRequest request, HttpResponse response, CancellationToken cancellation)
    {
        var (draft, faults) = _read.Read(request.ToEntry(), calendar.Today);
        if (draft is null) return Faulty(faults);
        var preview = await _preview.OfAsync(store.Ledger, draft, calendar.Today, time.GetUtcNow(), cancellation);
        var answer = new JsonObject { ["recorded"] = false, ["changes"] = LedgerJson.Changes(preview.Changes), ["entry"] = preview.Same is { } same ? LedgerJson.Entry(same) : null };
        if (request.DryRun) return Json(answer);
        var appended = await new RecordEntry(store.Ledger).OfAsync(draft, request.After, cancellation);
        answer["recorded"] = appended.IsNew;
        answer["entry"] = LedgerJson.Entry(appended.Entry);
        response.Headers.Location = LedgerLinks.Entry(appended.Entry.Number);
        return Json(answer, appended.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task<IResult> SubjectAsync(string kind, string id, SubjectQuery query, HttpContext http, CancellationToken cancellation)
    {
        if (!SubjectLedgers.TryRead(kind, id, out var subject)) return Bad("LEDGER_SUBJECT", $"没有“{kind}”这种对象，或者编号不对。", "写成 parcel、grant 或 project。", StatusCodes.Status404NotFound);
        if (!query.TryRead(calendar.Today, out var dates)) return Bad("AS_OF", "asOf、lawAsOf、knownAsOf 有一个不是日期，或者不在台账的年份里。", SubjectLedgers.WrongDates);
        var entries = await store.Ledger.OfSubjectAsync(subject, cancellation).ToListAsync(cancellation);
        return entries.Count == 0
            ? Bad("LEDGER_EMPTY", "台账里没有这个对象的登记。", "先用 POST /api/ledger/entries 登记。", StatusCodes.Status404NotFound)
            : Conditional(LedgerJson.Reading(_subject.Of(entries, dates)), http);
    }
}
