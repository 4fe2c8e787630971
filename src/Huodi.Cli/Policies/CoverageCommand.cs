using System.CommandLine;
using Huodi.Policies.Checking;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy coverage</c>: which rows of the catalogue are handled, and how.</summary>
internal static class CoverageCommand
{
    public static Command Create(CliHost host)
    {
        var policies = CliOptions.Policies();
        var markdown = new Option<bool>("--markdown") { Description = "输出 docs/policies-status.md 的内容" };
        var command = new Command("coverage", "五份文件的每一项由什么处理") { policies, markdown };
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(policies)!;
            var rows = PolicyCoverage.Read(PolicyCommands.Load(folder), folder);
            if (parse.GetValue(markdown))
            {
                host.Out.Write(PolicyCoverage.ToMarkdown(rows));
                return 0;
            }

            foreach (var row in rows) host.Out.WriteLine($"{row.Row}　{(row.Handling.Length > 0 ? row.Handling : "未处理")}　{row.Place}");
            var handled = rows.Where(r => r.Handling.Length > 0).ToList();
            host.Out.WriteLine($"{handled.Count} / {rows.Count} 项已处理，其中 {handled.Count(r => r.Handling == "计算")} 项计算。");
            return 0;
        });
        return command;
    }
}
