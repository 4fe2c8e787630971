using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>Reads the articles of a document: the words of the law, and the blocks under them.</summary>
internal sealed class ArticleReader(PolicyDocument document, DiagnosticBag bag)
{
    private static readonly Dictionary<string, BlockKind> Kinds = new(StringComparer.Ordinal)
    {
        ["参数"] = BlockKind.Parameters,
        ["决策"] = BlockKind.Decision,
        ["认定"] = BlockKind.Determination,
        ["程序"] = BlockKind.Procedure,
        ["名录"] = BlockKind.Register,
        ["仅文本"] = BlockKind.TextOnly,
    };

    private readonly List<Article> _articles = [];
    private readonly List<Parameter> _parameters = [];
    private readonly List<Procedure> _procedures = [];
    private string _chapter = "";
    private string _preamble = "";
    private Draft? _draft;

    public PolicyPackage Read(PolicyPackage front)
    {
        var parts = document.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            switch (parts[i])
            {
                case PolicyDocument.HeadingPart { Level: 1 } chapter:
                    Finish();
                    _chapter = chapter.Text;
                    break;
                case PolicyDocument.HeadingPart { Level: 2 } heading:
                    Finish();
                    Start(heading);
                    break;
                case PolicyDocument.QuotePart quote when _draft is null:
                    _preamble = Join(_preamble, quote.Words);
                    break;
                case PolicyDocument.QuotePart quote:
                    _draft.Words = Join(_draft.Words, quote.Words);
                    break;
                case PolicyDocument.StrayPart stray:
                    bag.Error(document.File, stray.Line, "POLICY_STRAY", "引文之后没有空行，这一行会被当作条文。", "在引文和下面的内容之间空一行；它若是条文，行首加“> ”。");
                    break;
                case PolicyDocument.FencePart fence:
                    i += Fence(fence, i + 1 < parts.Count ? parts[i + 1] as PolicyDocument.TablePart : null);
                    break;
                case PolicyDocument.TablePart table:
                    bag.Error(document.File, table.Line, "POLICY_TABLE_ALONE", "表格前面没有“决策”块。", "在表格上方写一个不带“结果”的“决策”块，给出编号和名称。");
                    break;
            }
        }

        Finish();
        return front with { Preamble = _preamble, Articles = _articles, Parameters = _parameters, Procedures = _procedures };
    }

    private static string Join(string before, string after) => before.Length == 0 ? after : before + "\n" + after;

    private void Start(PolicyDocument.HeadingPart heading)
    {
        if (heading.Id.Length == 0)
            bag.Error(document.File, heading.Line, "ARTICLE_ID", $"条标题“{heading.Text}”没有编号。", "在标题末尾写 {#DL-10} 这样的编号。");
        var space = heading.Text.IndexOf(' ', StringComparison.Ordinal);
        var (number, title) = space < 0 ? (heading.Text, "") : (heading.Text[..space], heading.Text[(space + 1)..].Trim());
        _draft = new(heading.Id, number, title, heading.Line);
    }

    private int Fence(PolicyDocument.FencePart fence, PolicyDocument.TablePart? next)
    {
        if (!Kinds.TryGetValue(fence.Info, out var kind))
        {
            bag.Error(document.File, fence.Line, "BLOCK_KIND", $"不认识的块“{fence.Info}”。", $"可用：{string.Join("、", Kinds.Keys)}。");
            return 0;
        }

        if (_draft is null)
        {
            bag.Error(document.File, fence.Line, "BLOCK_PLACE", "块不在任何一条之下。", "把它移到“## 第…条 … {#编号}”下面。");
            return 0;
        }

        if (YamlBlock.Parse(fence.Text, document.File, fence.Line + 1, bag) is not { } yaml) return 0;
        var used = 0;
        var text = fence.Text;
        switch (kind)
        {
            case BlockKind.Parameters:
                _parameters.AddRange(ParameterReader.Read(yaml, _draft.Id, bag));
                break;
            case BlockKind.Decision:
                var table = yaml.Text("结果") is null && next is not null ? next : null;
                if (table is not null)
                {
                    used = 1;
                    text = text + "\n\n" + string.Join('\n', table.Rows.Select(r => "| " + string.Join(" | ", r) + " |"));
                }

                _draft.Decisions.Add(DecisionReader.Read(yaml, fence.Line, _draft.Id, table, bag));
                break;
            case BlockKind.Procedure:
                yaml.Only("编号", "名称", "步骤", "角色", "材料", "时限", "说明", "出处", "终止", "进行");
                if (ProcedureReader.Read(yaml, _draft.Id, fence.Line, bag) is { } procedure) _procedures.Add(procedure);
                break;
            default:
                yaml.Only("编号", "说明", "事项", "机关", "事实", "依据", "步骤", "名称", "参数", "时限", "材料", "角色", "出处", "待编");
                break;
        }

        _draft.Blocks.Add(new(kind, RowIds(yaml, _draft.Id), text, fence.Line) { IsPending = yaml.Text("待编") == "是" });
        return used;
    }

    private static List<string> RowIds(YamlBlock yaml, string article)
    {
        var rows = yaml.Texts("编号").Select(id => id.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        return rows.Count > 0 ? rows : [article];
    }

    private void Finish()
    {
        if (_draft is not { } draft) return;
        if (draft.Words.Length == 0)
            bag.Error(document.File, draft.Line, "ARTICLE_WORDS", $"{draft.Number} 没有条文。", "在标题下用“> ”引出完整条文。");
        if (_articles.Any(a => a.Id == draft.Id && draft.Id.Length > 0))
            bag.Error(document.File, draft.Line, "ARTICLE_TWICE", $"编号 {draft.Id} 用了两次。", "每条一个编号。");
        _articles.Add(new(draft.Id, draft.Number, draft.Title, draft.Words, _chapter, draft.Blocks, draft.Decisions, draft.Line));
        _draft = null;
    }

    private sealed class Draft(string id, string number, string title, int line)
    {
        public string Id { get; } = id;

        public string Number { get; } = number;

        public string Title { get; } = title;

        public int Line { get; } = line;

        public string Words { get; set; } = "";

        public List<ArticleBlock> Blocks { get; } = [];

        public List<Decision> Decisions { get; } = [];
    }
}
