using System.CommandLine;
using Huodi.Policies;
using Huodi.Policies.Checking;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy check</c>: everything wrong, with place and remedy; exit code 1 when something is.</summary>
internal static class CheckCommand
{
    public static Command Create(CliHost host)
    {
        var policies = CliOptions.Policies();
        var command = new Command("check", "检查法规、词典、案例和台账声明") { policies };
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(policies)!;
            var loaded = PolicyCommands.LoadAny(folder);
            var all = loaded.HasErrors ? loaded.Diagnostics : [.. loaded.Diagnostics, .. PolicyCheck.Run(loaded.Library), .. Ledger(folder, loaded.Library)];
            foreach (var one in all) host.Out.WriteLine(one);
            var errors = all.Count(d => d.IsError);
            host.Out.WriteLine(errors == 0 ? $"没有错误，{all.Count} 条提示。" : $"{errors} 处错误，{all.Count - errors} 条提示。");
            return errors == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>What is wrong with the declarations of the ledger; a folder of packages alone has none.</summary>
    private static IReadOnlyList<PolicyDiagnostic> Ledger(string folder, PolicyLibrary library)
    {
        if (!Directory.Exists(Path.Combine(folder, "ledger"))) return [];
        var ledger = LedgerFolder.Load(folder, library);
        return ledger.HasErrors ? ledger.Diagnostics : [.. ledger.Diagnostics, .. LedgerCheck.Run(library, ledger)];
    }
}
