using Huodi.Domain.Codes;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Checking;

/// <summary>Looks for what loading alone does not find: articles nothing handles, quotations that are not in the article, tables with gaps or overlaps, terms that overlap, and cases that fail.</summary>
public static class PolicyCheck
{
    /// <summary>How the analysis of a table words a text that no cell names.</summary>
    private const string OtherText = "其他";

    /// <summary>Checks a loaded library; an empty list when all is well.</summary>
    public static IReadOnlyList<PolicyDiagnostic> Run(PolicyLibrary library)
    {
        var bag = new DiagnosticBag();
        foreach (var package in library.Compiled)
        {
            foreach (var article in package.Source.Articles) Article(package.Source, article, bag);
            foreach (var parameter in package.Source.Parameters) Source(package.Source, parameter, bag);
            foreach (var decision in package.Decisions) Table(decision, library.Dictionary, bag);
            foreach (var parameter in package.Source.Parameters.Where(p => p.Values.Count == 0))
                bag.Warning(package.Source.File, parameter.Line, "PARAMETER_OPEN", $"参数“{parameter.Name}”尚未确定，由{parameter.Office}确定；用到它的问题会答“待补充材料”。");
        }

        Terms(library, bag);
        NationalNames(library, bag);
        ProcedureCheck.Run(library, bag);
        foreach (var problem in library.Packages.SelectMany(p => p.CaseSet.Problems)) bag.Add(problem);
        foreach (var failed in library.Packages.SelectMany(library.RunCases).Where(r => !r.Passed))
        {
            var at = failed.Case.Source.LastIndexOf(':');
            bag.Error(failed.Case.Source[..at], int.Parse(failed.Case.Source[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture), "CASE_FAILED",
                $"案例“{failed.Case.Title}”应得“{failed.Case.Expected}”，实得“{failed.Actual}”。", "对照条文：是案例算错，还是条文下的块写错。");
        }

        return bag.All;
    }

    private static void Article(PolicyPackage package, Article article, DiagnosticBag bag)
    {
        if (article.Blocks.Count == 0)
            bag.Error(package.File, article.Line, "ARTICLE_UNHANDLED", $"{article.Number}（{article.Id}）没有任何处理。", "在条文下写“决策”“认定”“程序”或写明原因的“仅文本”。");
        foreach (var decision in article.Decisions)
        {
            Quote(package, article, decision.Quote, decision.Line, bag);
            foreach (var condition in decision.Applies.Concat(decision.Conditions)) Quote(package, article, condition.Quote, condition.Line, bag);
        }
    }

    /// <summary>A figure must stand in the words of its article, or say where it comes from. One that a city sets has the words of the city's document.</summary>
    private static void Source(PolicyPackage package, Parameter parameter, DiagnosticBag bag)
    {
        if (parameter.Note.Length > 0 || parameter.Authority.Length > 0 || package.Articles.FirstOrDefault(a => a.Id == parameter.ArticleId) is not { } article) return;
        if (ParameterFigures.NotIn(article.Words, parameter) is { Count: > 0 } invented)
        {
            bag.Error(package.File, parameter.Line, "PARAMETER_SOURCE", $"参数“{parameter.Name}”的 {string.Join("、", invented)} 不在{article.Number}的条文里，也没有写明出处。",
                "核对数字；来自别处或者经过换算的，写“出处”或“说明”。");
        }
    }

    /// <summary>Cities read decisions of national law by name alone, so a name may stand for one of them only.</summary>
    private static void NationalNames(PolicyLibrary library, DiagnosticBag bag)
    {
        var national = library.Compiled.Where(p => p.Source.Region == DivisionCode.Country).SelectMany(p => p.Decisions);
        foreach (var twice in national.GroupBy(d => d.Source.Name, StringComparer.Ordinal).Where(g => g.Select(d => d.Package).Distinct().Count() > 1))
        {
            var (first, last) = (twice.First(), twice.Last());
            bag.Error(last.Package.Source.File, last.Source.Line, "NAME_TWICE", $"决策名称“{twice.Key}”在国家法规“{first.Package.Source.Id}”里已经用了（{first.Source.Id}）；地方文件按名称引用时分不清。", "改其中一个的名称。");
        }
    }

    private static void Quote(PolicyPackage package, Article article, string quote, int line, DiagnosticBag bag)
    {
        if (quote.Length > 0 && !Plain(article.Words).Contains(Plain(quote), StringComparison.Ordinal))
            bag.Error(package.File, line, "POLICY_QUOTE", $"文句“{quote}”不在{article.Number}的条文里。", "从上方条文照抄，一字不改。");
    }

    /// <summary>Words without line ends and with one form of brackets and commas, since sources differ in these alone.</summary>
    private static string Plain(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)))
        .Replace('(', '（').Replace(')', '）').Replace(',', '，').Replace(';', '；').Replace(':', '：');

    private static void Table(CompiledDecision decision, FactDictionary dictionary, DiagnosticBag bag)
    {
        if (decision.Table is not { } table || decision.Source.Table is not { } source) return;
        var file = decision.Package.Source.File;
        var analysis = table.Analysis;
        foreach (var overlap in analysis.Overlaps.Where(_ => source.HitPolicy is "U"))
            bag.Error(file, source.Line, "TABLE_OVERLAP", $"表“{decision.Source.Name}”第 {string.Join("、", overlap.Rules)} 行重叠，例如 {Example(overlap.Example)}。", "调整区间端点，使每种情形只落在一行。");
        foreach (var gap in analysis.Gaps.Where(g => !decision.Source.AllowsGaps && !IsOutsideClosedLists(g, decision, dictionary)))
            bag.Error(file, source.Line, "TABLE_GAP", $"表“{decision.Source.Name}”有空档，例如 {Example(gap.Example)}。", "补一行；条文确实没有规定的，在决策里写“允许空档: 是”。");
        foreach (var column in analysis.Unanalysed)
            bag.Warning(file, source.Line, "TABLE_UNANALYSED", $"表“{decision.Source.Name}”的“{column}”列不能完全分析，重叠和空档可能没有找全。");
    }

    /// <summary>Whether a gap needs a text that is not among those its column can hold, all of which the table names.</summary>
    private static bool IsOutsideClosedLists(TableGap gap, CompiledDecision decision, FactDictionary dictionary)
    {
        var table = decision.Source.Table!; // Asked for decisions that have one.
        for (var c = 0; c < table.Inputs.Count; c++)
        {
            if (gap.Example.GetValueOrDefault(table.Inputs[c]) != OtherText) continue;
            var name = UnitText.Split(table.Inputs[c]).Name;
            var closed = decision.Package.DecisionsByName.TryGetValue(name, out var other) ? other.Source.Allowed : dictionary.Find(name)?.Allowed ?? [];
            if (closed.Count > 0 && closed.All(v => table.Rows.Any(r => r[c].Contains($"\"{v}\"", StringComparison.Ordinal)))) return true;
        }

        return false;
    }

    private static string Example(IReadOnlyDictionary<string, string> example) => string.Join("，", example.Select(e => $"{e.Key} = {e.Value}"));

    private static void Terms(PolicyLibrary library, DiagnosticBag bag)
    {
        foreach (var package in library.Packages)
        {
            foreach (var other in package.Supersedes.Select(id => library.Packages.FirstOrDefault(p => p.Id == id)).OfType<PolicyPackage>())
            {
                if (other.ValidTo is null || other.ValidTo >= package.ValidFrom)
                    bag.Error(package.File, 1, "TERM_OVERLAP", $"本文件替代“{other.Id}”，但两者的有效期重叠。", $"把 {other.File} 的 valid-to 写到本文件生效的前一日。");
            }
        }
    }
}
