using System.CommandLine;
using Huodi.App.Registers;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register list</c></summary>
internal static class ListCommand
{
    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("list", "有哪些台账，各备案过哪些版本") { store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var versions = new List<RegisterVersion>();
            if (StoreOpener.Exists(parse.GetValue(store)!))
            {
                await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
                versions = await land.Registers.VersionsAsync(cancellation).ToListAsync(cancellation);
            }

            foreach (var register in library.Registers)
            {
                host.Out.WriteLine($"{register.Id}　{register.Name}　{string.Join("、", register.Basis.Select(b => b.Article))}");
                foreach (var v in versions.Where(v => v.Register == register.Id)) Write(host.Out, v);
            }

            foreach (var v in versions.Where(v => library.Registers.All(r => r.Id != v.Register))) Write(host.Out, v);
            return 0;
        });
        return command;
    }

    private static void Write(TextWriter to, RegisterVersion v) => to.WriteLine(
        $"  第 {v.Number} 号　{v.Name}　认定 {v.Entered}，疑似 {v.Suspected}{(v.Incomplete > 0 ? $"，认定缺项 {v.Incomplete}" : "")}　"
        + $"{v.FiledAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} {v.FiledBy}　sha256:{v.Hash[..16]}…");
}
