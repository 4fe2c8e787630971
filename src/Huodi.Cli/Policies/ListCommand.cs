using System.CommandLine;
using Huodi.Policies.Answers;
using Huodi.Policies.Packages;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy list</c></summary>
internal static class ListCommand
{
    public static Command Create(CliHost host)
    {
        var policies = CliOptions.Policies();
        var decisions = new Option<bool>("--decisions") { Description = "连同全部决策编号" };
        var command = new Command("list", "列出法规、效力和有效期") { policies, decisions };
        command.SetAction(parse =>
        {
            foreach (var package in PolicyCommands.Load(parse.GetValue(policies)!).Packages)
            {
                host.Out.WriteLine($"{package.Id}　{package.Title}");
                host.Out.WriteLine($"  {package.Issuer}　{package.Region}　{PackageStatusNames.Chinese(package.StatusOn(host.Today))}　{Term(package)}　{package.Articles.Count} 条，{package.Decisions.Count()} 个决策，{package.Cases.Count} 个案例");
                if (!parse.GetValue(decisions)) continue;
                foreach (var decision in package.Decisions) host.Out.WriteLine($"    {decision.Id}");
            }

            return 0;
        });
        return command;
    }

    public static string Term(PolicyPackage package) =>
        $"{package.ValidFrom?.ToString("yyyy-MM-dd", null) ?? "起始日不详"} 至 {package.ValidTo?.ToString("yyyy-MM-dd", null) ?? "未定"}";
}
