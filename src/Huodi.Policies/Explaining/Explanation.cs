using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Markdig;

namespace Huodi.Policies.Explaining;

/// <summary>
/// An answer as a page an official would sign: the question, the facts, what holds and what fails article by article with the words
/// of the law, the calculation, what is missing and from whom, and the receipt.
/// </summary>
public static class Explanation
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The page in Markdown.</summary>
    /// <param name="library">Tells types, units and offices of the facts, and the document's title.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="facts">Facts the question was put with.</param>
    /// <param name="question">Day of the question and of the law.</param>
    public static string ToMarkdown(PolicyLibrary library, PolicyAnswer answer, JsonObject facts, Question question)
    {
        var package = library.Packages.First(p => p.Id == answer.Package);
        var page = new StringBuilder();
        _ = page.Append(CultureInfo.InvariantCulture, $"# {Escape(answer.Decision)}：{answer.Outcome.Chinese()}{Value(answer)}\n\n")
            .Append(CultureInfo.InvariantCulture, $"依据：《{Escape(package.Title)}》{answer.Article}（{package.Issuer}，{Term(package.ValidFrom, package.ValidTo)}）  \n")
            .Append(CultureInfo.InvariantCulture, $"截至日：{question.AsOf:yyyy-MM-dd}{(question.LawAsOf is { } law ? $"　法律适用日：{law:yyyy-MM-dd}" : "")}\n");
        if (answer.Hypothetical) _ = page.Append("\n**假设计算：本文件不在施行期，不作为依据。**\n");
        Facts(page, library, facts);
        Reasons(page, answer);
        Section(page, "还缺什么", answer.Missing.Select(m => $"{m.Name}（{(m.IsParameter ? $"由{m.Office}确定" : $"由{m.Office}提供")}）"));
        Section(page, "须人工认定", answer.Determinations.Select(d => $"{d.Subject}（{d.Authority}{(d.Evidence.Length > 0 ? $"；依据：{d.Evidence}" : "")}）"));
        Section(page, "后续批准", answer.Approvals);
        Section(page, "提示", answer.Notes);
        return page.Append(CultureInfo.InvariantCulture, $"\n凭据：`{answer.Receipt}`\n").ToString();
    }

    /// <summary>The page as one HTML document without anything external.</summary>
    public static string ToHtml(PolicyLibrary library, PolicyAnswer answer, JsonObject facts, Question question) => $$"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(answer.Decision)}}</title>
        <style>
        body { font: 16px/1.7 "Noto Serif CJK SC", SimSun, serif; max-width: 52em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; }
        table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #999; padding: .3em .6em; text-align: left; vertical-align: top; }
        blockquote { margin: .3em 0 1em; padding-left: 1em; border-left: 3px solid #999; color: #444; } code { word-break: break-all; }
        </style>
        </head>
        <body>
        {{Markdown.ToHtml(ToMarkdown(library, answer, facts, question), Pipeline)}}
        </body>
        </html>
        """;

    private static void Facts(StringBuilder page, PolicyLibrary library, JsonObject facts)
    {
        _ = page.Append("\n## 事实\n\n");
        if (facts.Count == 0)
        {
            _ = page.Append("没有提供事实。\n");
            return;
        }

        _ = page.Append("| 事实 | 值 | 来自 |\n|---|---|---|\n");
        foreach (var (name, value) in facts)
        {
            var known = library.Dictionary.Find(name);
            var text = value is null ? "未知" : $"{Plain(value)}{(value.GetValueKind() == JsonValueKind.Number ? " " + known?.Unit : "")}";
            _ = page.Append(CultureInfo.InvariantCulture, $"| {Escape(name)} | {Escape(text)} | {known?.Department} |\n");
        }
    }

    private static void Reasons(StringBuilder page, PolicyAnswer answer)
    {
        if (answer.Reasons.Count == 0) return;
        _ = page.Append("\n## 逐条理由\n\n");
        var number = 0;
        foreach (var reason in answer.Reasons)
        {
            var mark = reason.Holds switch { true => "✓ ", false => "✗ ", null => "" };
            _ = page.Append(CultureInfo.InvariantCulture, $"{++number}. {mark}**{Escape(reason.Rule)}**：{Escape(reason.Result)}\n\n")
                .Append(CultureInfo.InvariantCulture, $"   > {reason.Article}：{Escape(reason.Text.ReplaceLineEndings(" "))}\n\n");
        }
    }

    private static void Section(StringBuilder page, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        _ = page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        foreach (var item in all) _ = page.Append(CultureInfo.InvariantCulture, $"- {Escape(item)}\n");
    }

    private static string Value(PolicyAnswer answer) => answer.Outcome == Outcome.Value ? $" {Escape(Plain(answer.Value!))} {answer.Unit}" : "";

    private static string Plain(JsonNode value) => value is JsonValue text && text.GetValueKind() == JsonValueKind.String
        ? text.GetValue<string>()
        : value.ToJsonString(PolicyAnswerJson.Compact);

    private static string Term(DateOnly? from, DateOnly? to) => $"有效期 {from:yyyy-MM-dd} 至 {(to is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "未定")}";

    /// <summary>Text that Markdown takes literally.</summary>
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
