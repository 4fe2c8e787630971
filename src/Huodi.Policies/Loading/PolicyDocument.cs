using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Huodi.Policies.Loading;

/// <summary>A policy document as a list of parts with their lines: what Markdown says, before it is read as law.</summary>
internal sealed class PolicyDocument
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGenericAttributes().Build();

    private readonly string[] _lines;

    private PolicyDocument(string file, string text)
    {
        File = file;
        _lines = text.Split('\n');
        var parts = new List<Part>();
        foreach (var block in Markdown.Parse(text, Pipeline)) Add(block, parts);
        Parts = parts;
    }

    public string File { get; }

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Splits a document with LF line ends.</summary>
    public static PolicyDocument Parse(string file, string text) => new(file, text);

    private void Add(Block block, List<Part> parts)
    {
        var line = block.Line + 1;
        switch (block)
        {
            case YamlFrontMatterBlock front:
                parts.Add(new FrontPart(line + 1, front.Lines.ToString()));
                break;
            case HeadingBlock heading:
                parts.Add(new HeadingPart(line, heading.Level, PlainText(heading.Inline).Trim(), heading.TryGetAttributes()?.Id ?? ""));
                break;
            case QuoteBlock:
                var quoted = _lines.Skip(block.Line).TakeWhile(IsQuoted).Select(Unquote).ToList();
                parts.Add(new QuotePart(line, string.Join('\n', quoted)));
                var after = block.Line + quoted.Count;
                if (after < _lines.Length && !string.IsNullOrWhiteSpace(_lines[after]) && _lines[after][0] is not ('#' or '`')) parts.Add(new StrayPart(after + 1));
                break;
            case FencedCodeBlock fence:
                parts.Add(new FencePart(line, fence.Info ?? "", fence.Lines.ToString()));
                break;
            case MarkdownTable table:
                parts.Add(new TablePart(line, [.. table.Select(r => Cells(_lines[r.Line]))]));
                break;
            default:
                parts.Add(new ProsePart(line));
                break;
        }
    }

    private static bool IsQuoted(string line) => line.TrimStart().StartsWith('>');

    private static string Unquote(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("> ", StringComparison.Ordinal) ? text[2..] : text[1..];
    }

    private static string PlainText(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString()));

    /// <summary>Cells of a table line; <c>\|</c> stands for a bar inside a cell.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && (line[i] != '|' || (i > 0 && line[i - 1] == '\\'))) continue;
            cells.Add(line[start..i].Replace("\\|", "|", StringComparison.Ordinal).Trim());
            start = i + 1;
        }

        if (cells.Count > 0 && cells[0].Length == 0) cells.RemoveAt(0);
        if (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    internal abstract record Part(int Line);

    internal sealed record FrontPart(int Line, string Yaml) : Part(Line);

    internal sealed record HeadingPart(int Line, int Level, string Text, string Id) : Part(Line);

    internal sealed record QuotePart(int Line, string Words) : Part(Line);

    /// <summary>A line that Markdown takes for the quotation's last paragraph because no blank line stands between.</summary>
    internal sealed record StrayPart(int Line) : Part(Line);

    internal sealed record FencePart(int Line, string Info, string Text) : Part(Line);

    internal sealed record TablePart(int Line, IReadOnlyList<IReadOnlyList<string>> Rows) : Part(Line);

    internal sealed record ProsePart(int Line) : Part(Line);
}
