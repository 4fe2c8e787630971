using System.Globalization;
using System.Text;
using Huodi.Policies.Answers;

namespace Huodi.Policies.Explaining;

/// <summary>An explanation as a page in Markdown, with a line to sign on.</summary>
public static class ExplanationMarkdown
{
    /// <summary>The page.</summary>
    public static string Write(Explanation of)
    {
        var page = new StringBuilder();
        var answer = of.Answer;
        var value = answer.Outcome == Outcome.Value ? $" {Escape(of.Figure.Text)}" : "";
        Line(page, $"# {Escape(of.Title)}：{of.Outcome}{value}\n");
        Line(page, $"问题：{Escape(answer.Decision)}　{Escape(of.Title)}  ");
        Line(page, $"依据：《{Escape(of.Package.Title)}》{Escape($"{of.Article.Number} {of.Article.Title}".Trim())}（{Escape(of.Package.Issuer)}，{TermWords.Of(of.Package)}，{PackageStatusNames.Chinese(answer.Status)}）  ");
        Line(page, $"截至日：{Figures.Day(of.Question.AsOf)}{(of.Question.LawAsOf is { } law ? $"　法律适用日：{Figures.Day(law)}" : "")}");
        if (answer.Hypothetical) Line(page, "\n**假设计算：本文件不在施行期，不作为依据。**");
        Facts(page, of);
        Articles(page, of);
        Section(page, "还缺什么", of.Missing);
        Section(page, "须人工认定", of.Determinations);
        Conflicts(page, answer);
        Section(page, "后续批准", answer.Approvals);
        Section(page, "提示", answer.Notes);
        Line(page, $"\n凭据：`{answer.Receipt}`\n\n经办：　　　　　　　　复核：　　　　　　　　日期：");
        return page.ToString();
    }

    private static void Facts(StringBuilder page, Explanation of)
    {
        Line(page, "\n## 事实\n");
        if (of.Facts.Count == 0) Line(page, "没有与本问题有关的事实。");
        else Line(page, "| 事实 | 值 | 来源 |\n|---|---|---|");
        foreach (var fact in of.Facts) Line(page, $"| {Escape(fact.Name)} | {Escape(fact.Value.Text)} | {Escape(fact.Source)} |");
        if (of.OtherFacts > 0) Line(page, $"\n另有 {of.OtherFacts} 项事实与本问题无关，没有列出。");
    }

    private static void Articles(StringBuilder page, Explanation of)
    {
        if (of.Articles.Count > 0) Line(page, "\n## 逐条理由");
        foreach (var article in of.Articles)
        {
            Line(page, $"\n### {Escape(article.Heading)}（{Escape(article.Id)}）");
            foreach (var passage in article.Passages)
            {
                Line(page, $"\n> {string.Join("\n>\n> ", passage.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Escape))}\n");
                foreach (var step in passage.Steps) Step(page, step);
            }
        }
    }

    private static void Step(StringBuilder page, ExplainedStep step)
    {
        var mark = step.Holds switch { true => "✓ ", false => "✗ ", null => "" };
        Line(page, $"- {mark}{Escape(step.Rule)}：**{Escape(step.Came)}**");
        if (step.Formula.Length > 0) Line(page, $"  - 算法：{Escape(step.Formula)}");
        if (step.Values.Length > 0) Line(page, $"  - 其中：{Escape(step.Values)}");
    }

    private static void Conflicts(StringBuilder page, PolicyAnswer answer)
    {
        if (answer.Conflicts.Count == 0) return;
        Line(page, "\n## 规定不一致\n");
        foreach (var conflict in answer.Conflicts)
        {
            var other = conflict.Other;
            Line(page, $"- {(conflict.Differs == true ? "**与下列规定不一致，两者并列，没有取舍**" : "**是否与下列规定不一致，尚不能确定**")}");
            Line(page, $"  - 《{Escape(conflict.Title)}》{Escape(other.Article)}（{Escape(other.Decision)}）：{Escape(AnswerWords.Result(other))}");
            Line(page, $"  - {Escape(conflict.Text)}");
            Line(page, $"  - 凭据：`{other.Receipt}`");
        }
    }

    private static void Section(StringBuilder page, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        Line(page, $"\n## {title}\n");
        foreach (var item in items) Line(page, $"- {Escape(item)}");
    }

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');

    /// <summary>Text that Markdown takes literally, on one line.</summary>
    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~') _ = safe.Append('\\');
            _ = safe.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return safe.ToString();
    }
}
