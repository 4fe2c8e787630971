using System.Net;
using Markdig;

namespace Huodi.Policies.Explaining;

/// <summary>An explanation as one HTML document without anything external.</summary>
public static class ExplanationHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The document.</summary>
    public static string Write(Explanation of) => $$"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode($"{of.Title}：{of.Outcome}")}}</title>
        <style>
        body { font: 17px/1.75 "Noto Serif CJK SC", SimSun, serif; max-width: 52em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; overflow-wrap: anywhere; }
        h1 { font-size: 1.5em; } h2 { font-size: 1.2em; border-bottom: 1px solid #bbb; } h3 { font-size: 1.05em; }
        table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #999; padding: .3em .6em; text-align: left; vertical-align: top; }
        blockquote { margin: .3em 0 .6em; padding-left: 1em; border-left: 3px solid #999; color: #333; } code { word-break: break-all; }
        </style>
        </head>
        <body>
        {{Markdown.ToHtml(ExplanationMarkdown.Write(of), Pipeline)}}
        </body>
        </html>
        """;
}
