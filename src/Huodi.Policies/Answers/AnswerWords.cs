using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Policies.Answers;

/// <summary>Answers in one line of Chinese, digits as they are.</summary>
public static class AnswerWords
{
    /// <summary>A value in the contract's form: texts and dates without quotation marks, lists as 甲、乙, objects as 名：值；名：值.</summary>
    public static string Value(JsonNode? value) => value switch
    {
        null => "无",
        JsonArray { Count: 0 } => "无",
        JsonArray list => string.Join('、', list.Select(Value)),
        JsonObject entries => string.Join('；', entries.Select(e => $"{e.Key}：{Value(e.Value)}")),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => "是",
            JsonValueKind.False => "否",
            JsonValueKind.String => value.GetValue<string>(),
            _ => value.ToJsonString(PolicyAnswerJson.Compact),
        },
    };

    /// <summary>How a question ended: the value with its unit, or the outcome with what is missing.</summary>
    public static string Result(PolicyAnswer answer) => answer.Outcome switch
    {
        Outcome.Value => answer.Unit is { } unit ? $"{Value(answer.Value)} {unit}" : Value(answer.Value),
        Outcome.NeedsFacts when answer.Missing.Count > 0 => $"{answer.Outcome.Chinese()}（{string.Join('、', answer.Missing.Select(m => m.Name))}）",
        Outcome.NotInForce => $"{answer.Outcome.Chinese()}（{PackageStatusNames.Chinese(answer.Status)}）",
        _ => answer.Outcome.Chinese(),
    };
}
