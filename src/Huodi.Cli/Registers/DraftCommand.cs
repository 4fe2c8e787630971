using System.CommandLine;
using Huodi.App.Registers;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;
using Huodi.Domain.Registers;
using Huodi.Formats.Registers;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register draft</c>: the register as it would be filed now; nothing is saved.</summary>
internal static class DraftCommand
{
    public static Command Create(CliHost host)
    {
        var register = RegisterCommands.Register();
        var region = CliOptions.Region();
        var run = RegisterCommands.Run();
        var asOf = CliOptions.AsOf("--as-of", "台账所依之日；默认今天");
        var output = new Option<FileInfo?>("--out") { Description = "把草稿写成 CSV" };
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("draft", "起草：现在会列入的认定和疑似，不保存") { register, region, run, asOf, output, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var definition = RegisterCommands.Find(library, parse.GetValue(register)!);
            var scope = await RegisterCommands.ScopeAsync(
                land, definition, parse.GetValue(region) ?? DivisionCode.Country, parse.GetValue(asOf) ?? host.Today, parse.GetValue(run)!, cancellation);
            using var tally = new RegisterTally();
            var rows = Counted(new DraftRegister(land).EntriesAsync(scope, cancellation), tally);
            if (parse.GetValue(output) is { } file) await RegisterCsv.WriteAsync(file.FullName, Head(scope), rows, cancellation);
            else await foreach (var _ in rows) { }

            host.Out.WriteLine($"{definition.Name}草稿　范围 {await RegisterCommands.RegionNameAsync(land, scope.Region, cancellation)}　{RegisterCommands.Words(scope.Run)}");
            RegisterText.Write(host.Out, tally);
            var digest = tally.Digest()[..16];
            host.Out.WriteLine($"草稿指纹　{digest}　备案时用 --digest {digest}，内容有变就不会备案");
            return 0;
        });
        return command;
    }

    private static RegisterVersion Head(RegisterScope scope) => new()
    {
        Register = scope.Definition.Id,
        RegisterName = scope.Definition.Name,
        Name = "草稿",
        Region = scope.Region,
        AsOf = scope.AsOf,
        FiledAt = default,
        FiledBy = "",
        Document = "",
        Run = scope.Run?.Number,
        Base = null,
        Columns = scope.Definition.Columns,
    };

    private static IAsyncEnumerable<RegisterEntry> Counted(IAsyncEnumerable<RegisterEntry> rows, RegisterTally tally) => rows.Select(row =>
    {
        tally.Add(row);
        return row;
    });
}
