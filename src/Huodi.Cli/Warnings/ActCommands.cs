using System.CommandLine;
using Huodi.App.Warnings;
using Huodi.Cli.Documents;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi warnings ack|delegate|close</c>: what a person does about a warning.</summary>
internal static class ActCommands
{
    public static Command Acknowledge(CliHost host)
    {
        var (by, reason) = (LedgerOptions.By(), Reason(required: false));
        return Create(host, "ack", "签收", [by, reason], null, (parse, _) => WarningAct.Acknowledge(parse.GetValue(by)!, parse.GetValue(reason) ?? ""));
    }

    public static Command Delegate(CliHost host)
    {
        var (by, reason) = (LedgerOptions.By(), Reason(required: true));
        var office = new Option<string>("--to") { Description = "转给哪个单位", Required = true };
        var person = new Option<string?>("--person") { Description = "转给谁" };
        return Create(
            host, "delegate", "转办", [by, office, person, reason], null,
            (parse, _) => WarningAct.Delegate(parse.GetValue(by)!, parse.GetValue(office)!, parse.GetValue(person) ?? "", parse.GetValue(reason)!));
    }

    public static Command Close(CliHost host)
    {
        var (by, reason) = (LedgerOptions.By(), Reason(required: false));
        var entry = new Option<long?>("--entry") { Description = "作为证据的台账登记号" };
        var document = new Option<string?>("--document") { Description = "作为证据的文件的名称和文号" };
        var file = new EvidenceOptions();
        return Create(
            host, "close", "办结；证据是台账登记号，或者文件的名称和 SHA-256", [by, entry, document, reason], (file, document),
            (parse, evidence) => WarningAct.Close(
                parse.GetValue(by)!,
                parse.GetValue(reason) ?? "",
                evidence,
                parse.GetValue(entry)));
    }

    private static Option<string?> Reason(bool required) => new("--reason") { Description = "说明", Required = required };

    private static Command Create(
        CliHost host, string name, string description, Option[] options, (EvidenceOptions File, Option<string?> Name)? evidence, Func<ParseResult, SourceDocument?, WarningAct> act)
    {
        var number = ShowCommand.Number();
        var store = CliOptions.Store();
        var command = new Command(name, description) { number, store };
        foreach (var option in options) command.Add(option);
        evidence?.File.AddTo(command);
        command.SetAction(async (parse, cancellation) =>
        {
            var document = evidence is var (file, named) && (parse.GetValue(named) ?? file.File(parse)?.Name) is { } title ? await file.ReadAsync(parse, title, cancellation) : null;
            var wanted = act(parse, document?.Document);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var after = await new ActOnWarning(land).ActAsync(parse.GetValue(number), null, wanted, document?.Files ?? [], cancellation);
            host.Out.WriteLine($"第 {after.Number} 号预警{WarningLife.Chinese(after.Status)}，现由 {after.Office}{(after.Person.Length > 0 ? $" {after.Person}" : "")} 办理。");
            return 0;
        });
        return command;
    }
}
