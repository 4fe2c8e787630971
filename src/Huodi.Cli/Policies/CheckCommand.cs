using System.CommandLine;
using Huodi.Policies.Checking;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy check</c>: everything wrong, with place and remedy; exit code 1 when something is.</summary>
internal static class CheckCommand
{
    public static Command Create(CliHost host)
    {
        var policies = CliOptions.Policies();
        var command = new Command("check", "检查法规、词典和案例") { policies };
        command.SetAction(parse =>
        {
            var loaded = PolicyCommands.LoadAny(parse.GetValue(policies)!);
            var all = loaded.HasErrors ? loaded.Diagnostics : [.. loaded.Diagnostics, .. PolicyCheck.Run(loaded.Library)];
            foreach (var one in all) host.Out.WriteLine(one);
            var errors = all.Count(d => d.IsError);
            host.Out.WriteLine(errors == 0 ? $"没有错误，{all.Count} 条提示。" : $"{errors} 处错误，{all.Count - errors} 条提示。");
            return errors == 0 ? 0 : 1;
        });
        return command;
    }
}
