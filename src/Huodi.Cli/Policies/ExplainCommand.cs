using System.CommandLine;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Explaining;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy explain</c>: an answer as a page an official would sign.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliHost host)
    {
        var decision = new Option<string>("--decision") { Description = "决策编号", Required = true };
        var facts = new Option<FileInfo>("--facts") { Description = "事实文件（JSON 对象）", Required = true };
        var asOf = CliOptions.AsOf("--as-of", "提问之日");
        asOf.Required = true;
        var lawAsOf = CliOptions.AsOf("--law-as-of", "适用哪一日的法");
        var hypothetical = new Option<bool>("--hypothetical") { Description = "不在施行期的法规也计算，并标明" };
        var html = new Option<bool>("--html") { Description = "输出 HTML，默认 Markdown" };
        var policies = CliOptions.Policies();
        var command = new Command("explain", "把一个答案写成可以签字的说明") { decision, facts, asOf, lawAsOf, hypothetical, html, policies };
        command.SetAction(parse =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var question = new Question(parse.GetValue(asOf)!.Value, parse.GetValue(lawAsOf), parse.GetValue(hypothetical));
            var id = parse.GetValue(decision)!;
            if (library.FindDecision(id) is null) throw new CliException("DECISION_UNKNOWN", $"没有决策“{id}”。", "用 huodi policy list --decisions 看全部编号。");
            foreach (var (_, one) in FactsFile.Read(parse.GetValue(facts)!))
            {
                var explanation = Explanation.Of(library, library.Evaluate(id, one, question), one, question);
                host.Out.WriteLine(parse.GetValue(html) ? ExplanationHtml.Write(explanation) : ExplanationMarkdown.Write(explanation));
            }

            return 0;
        });
        return command;
    }
}
