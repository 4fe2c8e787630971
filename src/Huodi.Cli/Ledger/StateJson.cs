using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Ledger.States;
using Huodi.Policies.Answers;

namespace Huodi.Cli.Ledger;

/// <summary>The states of a subject as JSON, in the shape in which the interface gives them.</summary>
internal static class StateJson
{
    /// <param name="state">The states.</param>
    /// <param name="assumed">What was assumed and never recorded, as it was written; may be empty.</param>
    public static JsonObject Of(SubjectState state, IEnumerable<string> assumed) => new()
    {
        ["subject"] = state.Subject.ToString(),
        ["asOf"] = state.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["assumed"] = Texts(assumed),
        ["headline"] = state.Headline,
        ["development"] = Of(state.Development),
        ["findings"] = new JsonArray([.. state.Findings.Select(Of)]),
    };

    public static void Write(TextWriter to, JsonNode json) => to.WriteLine(json.ToJsonString(PolicyAnswerJson.Options));

    private static JsonObject Of(DerivedState state) => new()
    {
        ["name"] = state.Name,
        ["holds"] = state.Holds,
        ["candidates"] = Texts(state.Candidates),
        ["missing"] = Texts(state.Missing),
        ["reasons"] = new JsonArray([.. state.Reasons.Select(r => new JsonObject
        {
            ["text"] = r.Text,
            ["entries"] = new JsonArray([.. r.Entries.Select(n => JsonValue.Create(n))]),
            ["decision"] = r.Article,
        })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
