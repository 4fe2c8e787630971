using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Policies.Answers;

/// <summary>Writes answers in the evaluation contract's JSON form.</summary>
public static class PolicyAnswerJson
{
    /// <summary>Indented JSON with Chinese left readable.</summary>
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same on one line.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One answer as the contract's object, with <c>notes</c>, <c>conflicts</c>, <c>hypothetical</c> and <c>missingFrom</c> added.</summary>
    public static JsonObject ToJson(PolicyAnswer answer) => new()
    {
        ["decision"] = answer.Decision,
        ["article"] = answer.Article,
        ["package"] = answer.Package,
        ["outcome"] = answer.Outcome.Code(),
        ["value"] = answer.Value?.DeepClone(),
        ["unit"] = answer.Unit,
        ["reasons"] = new JsonArray([.. answer.Reasons.Select(Reason)]),
        ["missing"] = Texts(answer.Missing.Select(m => m.Name)),
        ["missingFrom"] = new JsonObject(answer.Missing.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Office))),
        ["determinations"] = new JsonArray([.. answer.Determinations.Select(Determination)]),
        ["approvals"] = Texts(answer.Approvals),
        ["notes"] = Texts(answer.Notes),
        ["conflicts"] = new JsonArray([.. answer.Conflicts.Select(Conflict)]),
        ["status"] = answer.Status,
        ["hypothetical"] = answer.Hypothetical,
        ["receipt"] = answer.Receipt,
    };

    /// <summary>Answers as an array.</summary>
    public static JsonArray ToJson(IEnumerable<PolicyAnswer> answers) => new([.. answers.Select(ToJson)]);

    private static JsonObject Reason(Reason reason) => new()
    {
        ["rule"] = reason.Rule,
        ["article"] = reason.Article,
        ["text"] = reason.Text,
        ["facts"] = Texts(reason.Facts),
        ["result"] = reason.Result,
        ["holds"] = reason.Holds,
    };

    /// <summary>The other rule's answer, and whether the two disagree: true, or null while that cannot be told.</summary>
    private static JsonObject Conflict(RuleConflict conflict) => new()
    {
        ["decision"] = conflict.Other.Decision,
        ["article"] = conflict.Other.Article,
        ["package"] = conflict.Other.Package,
        ["title"] = conflict.Title,
        ["outcome"] = conflict.Other.Outcome.Code(),
        ["value"] = conflict.Other.Value?.DeepClone(),
        ["unit"] = conflict.Other.Unit,
        ["missing"] = Texts(conflict.Other.Missing.Select(m => m.Name)),
        ["status"] = conflict.Other.Status,
        ["text"] = conflict.Text,
        ["differs"] = conflict.Differs,
        ["receipt"] = conflict.Other.Receipt,
    };

    private static JsonObject Determination(Determination finding) => new()
    {
        ["subject"] = finding.Subject,
        ["authority"] = finding.Authority,
        ["fact"] = finding.Fact,
        ["evidence"] = finding.Evidence,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);
}
