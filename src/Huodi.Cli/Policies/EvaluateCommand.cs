using System.CommandLine;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy evaluate</c>: puts questions by the evaluation contract.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CliHost host)
    {
        var decisions = new Option<string[]>("--decision") { Description = "决策编号，可多次给出，例如 DL-10/开工违约金；只写条的编号（DL-10）则问该条全部决策" };
        var region = CliOptions.Region();
        var facts = new Option<FileInfo>("--facts") { Description = "事实文件（JSON 对象或对象数组）", Required = true };
        var asOf = CliOptions.AsOf("--as-of", "提问之日");
        asOf.Required = true;
        var lawAsOf = CliOptions.AsOf("--law-as-of", "适用哪一日的法；不写则由法律事实之日和有效期决定");
        var hypothetical = new Option<bool>("--hypothetical") { Description = "不在施行期的法规也计算，并标明" };
        var json = new Option<bool>("--json") { Description = "按评估约定输出 JSON 数组" };
        var policies = CliOptions.Policies();
        var command = new Command("evaluate", "对一组事实提问") { decisions, region, facts, asOf, lawAsOf, hypothetical, json, policies };
        command.SetAction(parse =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var ids = (parse.GetValue(decisions) ?? []).SelectMany(d => Decisions(library, d)).ToList();
            var division = parse.GetValue(region);
            if ((ids.Count > 0) == division.HasValue)
                throw new CliException("QUESTION", "须在 --decision 和 --region 中给出一个，且只给一个。", "问一个决策写 --decision DL-06/建设工期；问一个地区全部条文写 --region 210200。");
            var question = new Question(parse.GetValue(asOf)!.Value, parse.GetValue(lawAsOf), parse.GetValue(hypothetical));
            var answers = FactsFile.Read(parse.GetValue(facts)!)
                .SelectMany(f => Located(f, one => Ask(library, ids, division, one, question)))
                .ToList();
            if (parse.GetValue(json)) host.Out.WriteLine(PolicyAnswerJson.ToJson(answers).ToJsonString(PolicyAnswerJson.Options));
            else answers.ForEach(a => AnswerText.Write(host.Out, a));
            return 0;
        });
        return command;
    }

    private static IEnumerable<PolicyAnswer> Ask(PolicyLibrary library, List<string> ids, DivisionCode? division, JsonObject facts, Question question) =>
        division is { } region ? library.EvaluateRegion(region, facts, question) : ids.Select(id => library.Evaluate(id, facts, question)).ToList();

    private static IReadOnlyList<PolicyAnswer> Located((int Number, JsonObject Facts) one, Func<JsonObject, IEnumerable<PolicyAnswer>> ask)
    {
        try
        {
            return [.. ask(one.Facts)];
        }
        catch (FactsException problem)
        {
            throw new CliException(problem.Code, $"第 {one.Number} 个对象：{problem.Message}", problem.Suggestion);
        }
    }

    private static List<string> Decisions(PolicyLibrary library, string id)
    {
        if (library.FindDecision(id) is not null) return [id];
        var ofRow = library.Packages.SelectMany(p => p.Decisions).Where(d => d.ArticleId == id || d.Id.Split('/')[0] == id).Select(d => d.Id).ToList();
        if (ofRow.Count > 0) return ofRow;
        var near = library.Packages.SelectMany(p => p.Decisions).Select(d => d.Id).Where(d => d.Split('/')[0] == id.Split('/')[0]).ToList();
        throw new CliException("DECISION_UNKNOWN", $"没有决策“{id}”。", near.Count > 0 ? $"是否为 {string.Join("、", near)}？" : "用 huodi policy list --decisions 看全部编号。");
    }
}
