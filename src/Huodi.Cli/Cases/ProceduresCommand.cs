using System.CommandLine;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;

namespace Huodi.Cli.Cases;

/// <summary><c>huodi case procedures</c>: the procedures that may be opened, with their steps.</summary>
internal static class ProceduresCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string?>("程序") { Description = "只看一个程序的步骤", Arity = ArgumentArity.ZeroOrOne };
        var region = CliOptions.Region();
        var policies = CliOptions.Policies();
        var command = new Command("procedures", "列出可以立案的程序；写明程序的，列出步骤、角色、材料、期限和结果") { id, region, policies };
        command.SetAction(parse =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var place = parse.GetValue(region);
            var packages = library.Packages.Where(p => place is not { } at || p.Region == DivisionCode.Country || p.Region.Contains(at));
            var found = packages.SelectMany(p => p.Procedures.Where(q => parse.GetValue(id) is not { } one || q.Id == one)).ToList();
            if (found.Count == 0) throw new CliException("CASE_PROCEDURE", "没有这个程序。", "不写程序名，列出全部。");
            if (parse.GetValue(id) is null)
            {
                foreach (var procedure in found) host.Out.WriteLine($"{procedure.Id}　{procedure.Steps.Count} 步{(procedure.IsDetailed ? "" : "（只有步骤，条文没有角色分工和期限）")}");
                return 0;
            }

            CaseText.Write(host.Out, found[0]);
            return 0;
        });
        return command;
    }
}
