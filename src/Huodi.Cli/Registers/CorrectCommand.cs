using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Lineage;
using Huodi.App.Registers;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi parcel correct</c>: facts that were recorded wrongly, put right with a document.</summary>
internal static class CorrectCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("宗地") { Description = "宗地编号" };
        var facts = new Option<string>("--facts") { Description = "JSON 对象或它的文件：事实名和正确的值，null 表示其实未知", Required = true };
        var (by, document, reason, day) = ParcelCommands.Grounds();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("correct", "更正事实：原值留在更正记录里") { id, facts, by, document, reason, day, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var saved = await new CorrectFacts(land, library, host.Time).CorrectAsync(
                parse.GetValue(id)!,
                await ReadAsync(parse.GetValue(facts)!, cancellation),
                parse.GetValue(day) ?? host.Today,
                FindingCommand.Filled(parse.GetValue(by)!, "--by"),
                FindingCommand.Filled(parse.GetValue(document)!, "--document"),
                FindingCommand.Filled(parse.GetValue(reason)!, "--reason"),
                cancellation);
            if (saved.Count == 0) host.Out.WriteLine("库里已是这些值，没有更正。");
            foreach (var c in saved) host.Out.WriteLine($"更正第 {c.Number} 号　{c.Fact}：{Text(c.Before)} → {Text(c.After)}");
            return 0;
        });
        return command;

        static string Text(JsonNode? value) => value is null ? "未知" : RegisterCells.Text(value);
    }

    private static async Task<JsonObject> ReadAsync(string given, CancellationToken cancellation)
    {
        var text = given.TrimStart().StartsWith('{') ? given : await File.ReadAllTextAsync(given, cancellation);
        try
        {
            return JsonNode.Parse(text, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new CliException("FACTS_SHAPE", "--facts 应为一个 JSON 对象。", "例如 {\"宗地面积\": 1234.5}。");
        }
        catch (JsonException problem)
        {
            throw new CliException("FACTS_JSON", $"--facts 不是合格的 JSON：{problem.Message}", "例如 {\"宗地面积\": 1234.5, \"权利人\": null}。");
        }
    }
}
