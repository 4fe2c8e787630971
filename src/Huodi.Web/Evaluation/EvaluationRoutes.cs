using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Evaluation;

/// <summary>The evaluation contract over HTTP. Computes and keeps nothing.</summary>
internal static class EvaluationRoutes
{
    private const int MostObjects = 1000;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static void MapEvaluation(this IEndpointRouteBuilder app) => app.MapPost("/api/evaluate", EvaluateAsync);

    private static async Task<IResult> EvaluateAsync(HttpRequest http, PolicyLibrary policies, CancellationToken cancellation)
    {
        if (!http.HasJsonContentType()) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var request = await JsonBody.ReadAsync<EvaluationRequest>(http, Reading, cancellation);
            return request is null ? Bad("REQUEST_SHAPE", "请求须为 JSON 对象。", "见评估约定。") : Answer(request, policies);
        }
        catch (JsonException broken)
        {
            return Bad("REQUEST_JSON", JsonBody.Explain(broken), "检查引号、逗号、括号和日期写法，每个名称只写一次。");
        }
        catch (FactsException broken)
        {
            return Bad(broken.Code, broken.Message, broken.Suggestion);
        }
    }

    private static IResult Answer(EvaluationRequest request, PolicyLibrary policies)
    {
        if (request.AsOf is not { } asOf) return Bad("AS_OF", "缺少提问之日 asOf。", "写成 \"asOf\": \"2026-03-01\"。");
        IReadOnlyList<JsonNode?> objects = request.Facts is JsonArray many ? [.. many] : [request.Facts];
        if (objects.Count > MostObjects) return Bad("FACTS_COUNT", $"一次最多问 {MostObjects} 个对象，实为 {objects.Count} 个。", "分几次提交。");
        var ids = (request.Decisions ?? []).Select(d => (Id: d, Decisions: policies.DecisionsOf(d))).ToList();
        if (ids.Find(i => i.Decisions.Count == 0) is { Id: { } unknown }) return Bad("DECISION_UNKNOWN", $"没有决策“{unknown}”。", "编号见政策页。");
        if (ids.Count > 0 == request.Region is not null) return Bad("QUESTION", "decisions 和 region 须给出一个，且只给一个。", "见评估约定。");
        if (request.Region is not null && !DivisionCode.TryParse(request.Region, out _))
            return Bad("DIVISION_CODE", $"行政区划代码应为六位数字，实为“{request.Region}”。", "例如 210200。");

        var question = new Question(asOf, request.LawAsOf, request.Hypothetical);
        var answers = new JsonArray();
        for (var i = 0; i < objects.Count; i++)
        {
            if (objects[i] is not JsonObject facts) return Bad("FACTS_SHAPE", $"facts 的第 {i + 1} 项不是 JSON 对象。", "写成 {\"事实名称\": 值}，或这样的对象组成的数组。");
            var found = request.Region is { } region
                ? policies.EvaluateRegion(DivisionCode.Parse(region), facts, question)
                : ids.SelectMany(d => d.Decisions).Select(d => policies.Evaluate(d, facts, question));
            foreach (var answer in found) answers.Add(PolicyAnswerJson.ToJson(answer));
        }

        return TypedResults.Text(answers.ToJsonString(PolicyAnswerJson.Compact), "application/json; charset=utf-8");
    }

    private static IReadOnlyList<string> DecisionsOf(this PolicyLibrary policies, string id)
    {
        if (policies.FindDecision(id) is not null) return [id];
        return [.. policies.Packages.SelectMany(p => p.Decisions).Where(d => d.ArticleId == id || d.Id.Split('/')[0] == id).Select(d => d.Id)];
    }

    private static ProblemHttpResult Bad(string code, string detail, string suggestion) =>
        Problems.Problem(StatusCodes.Status400BadRequest, code, "请求有误", detail, suggestion);
}
