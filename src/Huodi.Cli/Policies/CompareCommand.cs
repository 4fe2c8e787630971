using System.CommandLine;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy compare</c>: the same facts put to every city; one row a question, one column a document, with citations.</summary>
internal static class CompareCommand
{
    public static Command Create(CliHost host)
    {
        var facts = new Option<FileInfo>("--facts") { Description = "事实文件（一个 JSON 对象）", Required = true };
        var asOf = CliOptions.AsOf("--as-of", "提问之日");
        asOf.Required = true;
        var hypothetical = new Option<bool>("--hypothetical") { Description = "不在施行期的法规也计算，并标明" };
        var policies = CliOptions.Policies();
        var command = new Command("compare", "同一组事实，各城市怎样回答（Markdown 表）") { facts, asOf, hypothetical, policies };
        command.SetAction(parse =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var question = new Question(parse.GetValue(asOf)!.Value, Hypothetical: parse.GetValue(hypothetical));
            foreach (var (number, one) in FactsFile.Read(parse.GetValue(facts)!))
            {
                if (number > 1) host.Out.WriteLine();
                Write(host.Out, library, d => library.Evaluate(d.Id, one, question));
            }

            return 0;
        });
        return command;
    }

    private static void Write(TextWriter to, PolicyLibrary library, Func<Decision, PolicyAnswer> ask)
    {
        var packages = library.Packages.Where(p => p.Decisions.Any(d => d.Topic is not null)).ToList();
        to.WriteLine($"| 问题 | {string.Join(" | ", packages.Select(p => p.Id))} |");
        to.WriteLine($"|---|{string.Concat(packages.Select(_ => "---|"))}");
        foreach (var topic in library.Packages.SelectMany(p => p.Decisions).Select(d => d.Topic).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var cells = packages.Select(p => string.Join("<br>", p.Decisions.Where(d => d.Topic == topic).Select(d => Cell(ask(d)))));
            to.WriteLine($"| {topic} | {string.Join(" | ", cells.Select(c => c.Length > 0 ? c : "—"))} |");
        }
    }

    private static string Cell(PolicyAnswer answer)
    {
        var result = answer.Outcome switch
        {
            Outcome.Value => $"{AnswerWords.Value(answer.Value)}{answer.Unit}",
            Outcome.NeedsFacts => $"待补充：{string.Join("、", answer.Missing.Select(m => m.Name))}",
            Outcome.NotInForce => PackageStatusNames.Chinese(answer.Status),
            _ => answer.Outcome.Chinese(),
        };
        var conflicts = string.Concat(answer.Conflicts.Select(c => $"<br>{(c.Differs == true ? "不一致" : "或不一致")}：{c.Other.Decision} {AnswerWords.Result(c.Other)}"));
        return $"{result}{(answer.Hypothetical ? "（假设）" : "")}（{answer.Decision}）{conflicts}".Replace("|", "\\|", StringComparison.Ordinal);
    }
}
