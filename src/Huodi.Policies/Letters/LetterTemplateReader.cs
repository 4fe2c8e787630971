using System.Text.RegularExpressions;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Letters;

/// <summary>
/// Reads the form of a letter: front matter, then paragraphs with <c>{{name}}</c> or <c>{{name|form}}</c> where a value belongs. A
/// paragraph <c>{{条文 DL-10}}</c> is the words of an article, <c>{{计算 DL-10/违约金}}</c> the steps of an answer. Every name must be an
/// entry of the letter, a fact of the dictionary, or a decision: a letter never leaves a name unfilled.
/// </summary>
internal sealed partial class LetterTemplateReader(PolicyLibrary library, DiagnosticBag bag)
{
    private const string Fence = "---\n";
    private static readonly string[] EntryTypes = ["文字", "日期", "数"];
    private static readonly string[] Forms = ["日期", "大写", "金额", "面积", "数"];

    public LetterTemplate? Read(string file, string text, string package)
    {
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            bag.Error(file, 1, "LETTER_FRONT", "文书模板开头没有以“---”围起的说明。", "开头写 --- 、标题、依据、填写项，再写 ---。");
            return null;
        }

        if (YamlBlock.Parse(text[Fence.Length..(end + 1)], file, 2, bag) is not { } yaml) return null;
        yaml.Only("标题", "依据", "须成立", "填写项");
        var entries = yaml.Blocks("填写项").Select(e => Entry(e)).Concat(LetterEntry.Always).ToList();
        foreach (var twice in entries.GroupBy(e => e.Name).Where(g => g.Count() > 1))
            bag.Error(file, yaml.LineOf("填写项"), "LETTER_ENTRY_TWICE", $"填写项“{twice.Key}”写了两次，或与每份文书都有的填写项同名。", "只留一个。");
        var basis = yaml.Texts("依据");
        foreach (var article in basis) CheckArticle(file, yaml.LineOf("依据"), article);
        var requires = yaml.Texts("须成立");
        foreach (var decision in requires) CheckDecision(file, yaml.LineOf("须成立"), decision);
        var first = text[..end].Count(c => c == '\n') + 3;
        return new()
        {
            Id = $"{package}/{Path.GetFileNameWithoutExtension(file)}",
            Title = yaml.Required("标题"),
            Package = package,
            Basis = basis,
            Requires = requires,
            Entries = entries,
            File = file,
            Hash = Receipts.HashText(text),
            Blocks = [.. Blocks(file, text[(end + 1 + Fence.Length)..], first, entries)],
        };
    }

    private static LetterParagraphKind Kind(string line) => line switch
    {
        _ when line.StartsWith("## ", StringComparison.Ordinal) => LetterParagraphKind.Heading,
        _ when line.StartsWith("> ", StringComparison.Ordinal) => LetterParagraphKind.Quotation,
        _ when line.StartsWith("主送：", StringComparison.Ordinal) => LetterParagraphKind.Addressee,
        _ when line.StartsWith("附件：", StringComparison.Ordinal) || line.StartsWith("抄送：", StringComparison.Ordinal) => LetterParagraphKind.Note,
        _ => LetterParagraphKind.Body,
    };

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Hole();

    private LetterEntry Entry(YamlBlock yaml)
    {
        yaml.Only("名称", "类型", "说明");
        var type = yaml.Text("类型") ?? EntryTypes[0];
        if (!EntryTypes.Contains(type)) bag.Error(yaml.File, yaml.LineOf("类型"), "LETTER_ENTRY_TYPE", $"填写项的类型不认识“{type}”。", $"可用：{string.Join("、", EntryTypes)}。");
        return new(yaml.Required("名称"), type, yaml.Text("说明") ?? "");
    }

    private IEnumerable<LetterBlock> Blocks(string file, string body, int first, IReadOnlyList<LetterEntry> entries)
    {
        var number = first;
        foreach (var raw in body.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length > 0) yield return Block(file, line, number, entries);
            number++;
        }
    }

    private LetterBlock Block(string file, string line, int number, IReadOnlyList<LetterEntry> entries)
    {
        if (Whole(line, "条文 ") is { } article)
        {
            CheckArticle(file, number, article);
            return new(LetterParagraphKind.Quotation, number, [], article, "");
        }

        if (Whole(line, "计算 ") is { } decision)
        {
            CheckDecision(file, number, decision);
            return new(LetterParagraphKind.Body, number, [], "", decision);
        }

        var kind = Kind(line);
        var words = kind switch
        {
            LetterParagraphKind.Heading => line[3..],
            LetterParagraphKind.Quotation => line[2..],
            LetterParagraphKind.Addressee => line["主送：".Length..] + "：",
            _ => line,
        };
        return new(kind, number, [.. Pieces(file, words, number, entries)], "", "");
    }

    private static string? Whole(string line, string word) =>
        Hole().Match(line) is { Success: true } hole && hole.Length == line.Length && hole.Groups[1].Value.StartsWith(word, StringComparison.Ordinal)
            ? hole.Groups[1].Value[word.Length..].Trim()
            : null;

    private IEnumerable<LetterPiece> Pieces(string file, string words, int line, IReadOnlyList<LetterEntry> entries)
    {
        var at = 0;
        foreach (Match hole in Hole().Matches(words))
        {
            if (hole.Index > at) yield return new(words[at..hole.Index], "", "");
            at = hole.Index + hole.Length;
            var parts = hole.Groups[1].Value.Split('|', 2);
            var (name, form) = (parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "");
            CheckName(file, line, name, entries);
            if (form.Length > 0 && !Forms.Contains(form)) bag.Error(file, line, "LETTER_FORM", $"写法不认识“{form}”。", $"可用：{string.Join("、", Forms)}。");
            yield return new("", name, form);
        }

        if (at < words.Length) yield return new(words[at..], "", "");
        if (words.Replace("{{", "", StringComparison.Ordinal).Length < words.Length - (2 * Hole().Count(words)))
            bag.Error(file, line, "LETTER_HOLE", "“{{”没有配对的“}}”。", "写成 {{名称}} 或 {{名称|写法}}。");
    }

    private void CheckName(string file, int line, string name, IReadOnlyList<LetterEntry> entries)
    {
        if (entries.Any(e => e.Name == name) || library.Dictionary.Find(name) is not null || library.FindDecision(name) is not null) return;
        var known = entries.Select(e => e.Name).Concat(library.Dictionary.Names).Concat(library.Packages.SelectMany(p => p.Decisions).Select(d => d.Id));
        bag.Error(file, line, "LETTER_NAME", $"“{name}”不是填写项、事实或决策。", Nearest.Hint(name, known));
    }

    private void CheckDecision(string file, int line, string id)
    {
        if (library.FindDecision(id) is null)
            bag.Error(file, line, "LETTER_DECISION", $"没有决策“{id}”。", Nearest.Hint(id, library.Packages.SelectMany(p => p.Decisions).Select(d => d.Id)));
    }

    private void CheckArticle(string file, int line, string id)
    {
        if (library.Packages.SelectMany(p => p.Articles).All(a => a.Id != id))
            bag.Error(file, line, "LETTER_ARTICLE", $"没有条文“{id}”。", Nearest.Hint(id, library.Packages.SelectMany(p => p.Articles).Select(a => a.Id)));
    }
}
