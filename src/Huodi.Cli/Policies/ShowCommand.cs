using System.CommandLine;
using Huodi.Policies.Answers;
using Huodi.Policies.Packages;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy show</c>: a package or one article, its words and what they compute.</summary>
internal static class ShowCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("编号") { Description = "法规编号（dalian-2025）或条的编号（DL-10）" };
        var policies = CliOptions.Policies();
        var command = new Command("show", "查看一份法规或一条：条文和它算什么") { id, policies };
        command.SetAction(parse =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var wanted = parse.GetValue(id)!;
            if (library.Packages.FirstOrDefault(p => p.Id == wanted) is { } package)
            {
                host.Out.WriteLine($"{package.Title}（{package.Id}）　{PackageStatusNames.Chinese(package.StatusOn(host.Today))}　{ListCommand.Term(package)}");
                foreach (var article in package.Articles) Write(host.Out, article);
                return 0;
            }

            if (library.Packages.SelectMany(p => p.Articles).FirstOrDefault(a => a.Id == wanted) is not { } one)
                throw new CliException("POLICY_UNKNOWN", $"没有编号为“{wanted}”的法规或条。", "用 huodi policy list 看法规编号。");
            Write(host.Out, one);
            return 0;
        });
        return command;
    }

    private static void Write(TextWriter to, Article article)
    {
        to.WriteLine();
        to.WriteLine($"{article.Number} {article.Title}　[{article.Id}]");
        foreach (var line in article.Words.Split('\n')) to.WriteLine($"  {line}");
        foreach (var block in article.Blocks)
        {
            to.WriteLine($"  —— {block.Kind}");
            foreach (var line in block.Text.Split('\n')) to.WriteLine($"     {line}");
        }
    }
}
