using System.CommandLine;
using Huodi.App.Registers;
using Huodi.Cli.Land;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register show</c></summary>
internal static class ShowCommand
{
    public static Command Create(CliHost host)
    {
        var version = RegisterCommands.Version("版本");
        var store = CliOptions.Store();
        var command = new Command("show", "一个备案版本：抬头、合计、前若干行") { version, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var found = await RegisterCommands.FindAsync(land, parse.GetValue(version)!, cancellation);
            RegisterText.Write(host.Out, found);
            using var tally = new RegisterTally();
            using var rows = new StringWriter();
            var written = 0;
            await foreach (var entry in land.Registers.EntriesAsync(found.Number, cancellation))
            {
                tally.Add(entry);
                written = RegisterText.WriteRow(rows, entry, written);
            }

            RegisterText.Write(host.Out, tally);
            host.Out.Write(rows.ToString());
            return 0;
        });
        return command;
    }
}
