using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Policies.Registers;

/// <summary>What one recorded fact must be. An unknown fact matches nothing but 未知.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Test">Known, unknown, or equal to <paramref name="Value"/>.</param>
/// <param name="Value">The value; null unless the test is for one.</param>
public sealed record FactMatch(string Fact, FactTest Test, JsonNode? Value)
{
    /// <summary>Whether a value, null for unknown, is as asked.</summary>
    public bool Fits(JsonNode? value) => Test switch
    {
        FactTest.Known => value is not null,
        FactTest.Unknown => value is null,
        _ => value is not null && JsonNode.DeepEquals(value, Value),
    };

    /// <summary>The condition in words.</summary>
    public string Words => Test switch
    {
        FactTest.Known => $"“{Fact}”已有记录",
        FactTest.Unknown => $"“{Fact}”没有记录",
        _ => Value!.GetValueKind() switch // A test for a value has one.
        {
            JsonValueKind.True => $"记为“{Fact}”",
            JsonValueKind.False => $"记为不“{Fact}”",
            JsonValueKind.String => $"“{Fact}”记为“{Value.GetValue<string>()}”",
            _ => $"“{Fact}”记为 {Value.ToJsonString()}",
        },
    };
}
