using System.Text.Json.Nodes;
using Huodi.Policies.Facts;
using Huodi.Policies.Ledger;

namespace Huodi.Web.Ledger.Api;

/// <summary>The interface of the ledger as an OpenAPI 3.1 document. The shapes of entries come from their declarations.</summary>
internal static class OpenApi
{
    // What does not come from the declarations is the same for every city.
    private const string Frame = """
        {
          "openapi": "3.1.0",
          "info": { "title": "活地 Huodi", "version": "0.1.0", "description": "全生命周期台账的接口。金额为元，面积为平方米，日期写成 2026-03-01；不知道的为 null。没有登录，只监听本机。" },
          "paths": {
            "/api/ledger/kinds": { "get": { "summary": "登记的种类和字段", "responses": { "200": { "description": "每个种类及其字段的 JSON Schema", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Kind" } } } } } } } },
            "/api/ledger/entries": { "post": {
              "summary": "登记一条；dryRun 为 true 时只算会改变什么",
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Entry" } } } },
              "responses": {
                "201": { "description": "已登记", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Recorded" } } } },
                "200": { "description": "试算，或者台账已有完全相同的一条", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Recorded" } } } },
                "400": { "$ref": "#/components/responses/Problem" }, "409": { "$ref": "#/components/responses/Problem" }, "413": { "$ref": "#/components/responses/Problem" },
                "415": { "$ref": "#/components/responses/Problem" }, "422": { "$ref": "#/components/responses/Problem" } } } },
            "/api/ledger/subjects/{kind}/{id}": { "get": {
              "summary": "一个对象的登记、事实、状态、时限和价款",
              "parameters": [
                { "name": "kind", "in": "path", "required": true, "schema": { "enum": ["parcel", "grant", "project"] } },
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "asOf", "in": "query", "description": "事实截至；默认今天", "schema": { "type": "string", "format": "date" } },
                { "name": "lawAsOf", "in": "query", "description": "法律截至；默认由各条文的法律事实定", "schema": { "type": "string", "format": "date" } },
                { "name": "knownAsOf", "in": "query", "description": "当时所知：日期（含当日，北京时间）或时刻；默认全部", "schema": { "type": "string" } } ],
              "responses": { "200": { "description": "截至三个日期台账所知的全部；ETag 是内容的散列", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Reading" } } } }, "304": { "description": "与 If-None-Match 所写的内容相同" }, "400": { "$ref": "#/components/responses/Problem" }, "404": { "$ref": "#/components/responses/Problem" } } } },
            "/api/evaluate": { "post": { "summary": "问条文", "responses": { "200": { "description": "各项答案", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Answer" } } } } }, "400": { "$ref": "#/components/responses/Problem" } } } }
          },
          "components": {
            "responses": { "Problem": { "description": "RFC 9457", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } } },
            "schemas": {
              "Problem": { "type": "object", "properties": {
                "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" }, "code": { "type": "string" }, "suggestion": { "type": "string" }, "traceId": { "type": "string" },
                "faults": { "type": "array", "items": { "type": "object", "properties": { "code": { "type": "string" }, "field": { "type": "string" }, "message": { "type": "string" }, "suggestion": { "type": "string" } } } } } },
              "Entry": {
                "type": "object", "additionalProperties": false, "required": ["subject", "kind", "happened", "by", "document"],
                "properties": {
                  "subject": { "type": "string", "pattern": "^(parcel|grant|project):.+" },
                  "kind": { "type": "string" },
                  "happened": { "type": "string", "format": "date" },
                  "by": { "type": "string" },
                  "document": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "type": "string" }, "sha256": { "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$" } } },
                  "fields": { "type": "object" },
                  "supersedes": { "type": ["object", "null"], "additionalProperties": false, "required": ["number", "reason"], "properties": { "number": { "type": "integer", "minimum": 1 }, "reason": { "type": "string" } } },
                  "after": { "type": ["integer", "null"], "minimum": 0, "description": "已读到的这个对象最后一条登记的登记号，没有登记为 0；其间另有登记的，不登记，答 409 LEDGER_MOVED。不写则不比较" },
                  "dryRun": { "type": "boolean", "default": false } },
                "oneOf": []
              }
            }
          }
        }
        """;

    /// <summary>The document.</summary>
    public static JsonObject Of(LoadedLedger ledger, FactDictionary dictionary)
    {
        var document = JsonNode.Parse(Frame)!.AsObject(); // The text above is an object.
        var schemas = document["components"]!["schemas"]!.AsObject(); // As above.
        foreach (var (name, answer) in Answers()) schemas[name] = answer?.DeepClone();
        var choices = schemas["Entry"]!["oneOf"]!.AsArray(); // As above.
        choices.Add(new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = "withdrawal" } }, ["required"] = new JsonArray("supersedes") });
        foreach (var kind in ledger.Kinds.All)
        {
            schemas[kind.English] = KindSchema.Fields(kind, dictionary);
            choices.Add(new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["kind"] = new JsonObject { ["enum"] = new JsonArray(kind.English, kind.Name) },
                    ["fields"] = new JsonObject { ["$ref"] = $"#/components/schemas/{kind.English}" },
                },
            });
        }

        return document;
    }

    /// <summary>The shapes of the answers, which are the same for every city.</summary>
    private static JsonObject Answers()
    {
        using var file = typeof(OpenApi).Assembly.GetManifestResourceStream("answers.schema.json")!; // Embedded by the build.
        return JsonNode.Parse(file)!.AsObject(); // It is an object.
    }
}
