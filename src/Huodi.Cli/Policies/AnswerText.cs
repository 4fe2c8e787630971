using Huodi.Policies.Answers;

namespace Huodi.Cli.Policies;

/// <summary>Prints an answer for a reader.</summary>
internal static class AnswerText
{
    public static void Write(TextWriter to, PolicyAnswer answer)
    {
        var value = answer.Outcome == Outcome.Value ? $"：{AnswerWords.Value(answer.Value)}{(answer.Unit is { } unit ? " " + unit : "")}" : "";
        to.WriteLine($"{answer.Decision}（{answer.Package} {answer.Article}）　{answer.Outcome.Chinese()}{value}{(answer.Hypothetical ? "　【假设计算，本文件不在施行期】" : "")}");
        foreach (var reason in answer.Reasons)
        {
            to.WriteLine($"  · {reason.Rule}：{reason.Result}");
            to.WriteLine($"      {reason.Article}：“{Short(reason.Text)}”");
        }

        foreach (var missing in answer.Missing) to.WriteLine($"  缺：{missing.Name}（{(missing.IsParameter ? "待确定，由" : "由")}{missing.Office}{(missing.IsParameter ? "确定" : "提供")}）");
        foreach (var finding in answer.Determinations) to.WriteLine($"  须认定：{finding.Subject}（{finding.Authority}；记录为“{finding.Fact}”）");
        foreach (var conflict in answer.Conflicts)
        {
            to.WriteLine($"  {(conflict.Differs == true ? "规定不一致，两者并列" : "规定是否不一致，尚不能确定")}：《{conflict.Title}》{conflict.Other.Article}（{conflict.Other.Decision}）　{AnswerWords.Result(conflict.Other)}");
            to.WriteLine($"      {conflict.Text}");
        }

        foreach (var approval in answer.Approvals) to.WriteLine($"  后续须经批准：{approval}");
        foreach (var note in answer.Notes) to.WriteLine($"  注：{note}");
        to.WriteLine($"  凭据：{answer.Receipt}");
    }

    private static string Short(string text)
    {
        var line = text.Replace('\n', ' ');
        return line.Length <= 90 ? line : line[..89] + "…";
    }
}
