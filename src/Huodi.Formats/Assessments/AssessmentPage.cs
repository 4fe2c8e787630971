using System.Globalization;
using System.Net;
using Huodi.App.Assessments;
using Huodi.App.Demo;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Formats.Csv;
using Huodi.Policies.Answers;

namespace Huodi.Formats.Assessments;

/// <summary>The sections of the page, top to bottom. Everything that comes from data goes through <see cref="Text"/>.</summary>
internal sealed class AssessmentPage(StreamWriter to, AssessmentRun run, AssessmentSummary summary)
{
    private static readonly string[] Quiet = [Outcome.NotApplicable.Code(), Outcome.NotInForce.Code(), Outcome.NeedsFacts.Code()];
    private static readonly string Style = Resource("assessment.css");

    public async Task WriteAsync(IReadOnlyList<SubjectAssessment> subjects)
    {
        await HeadAsync();
        await OutcomesAsync();
        await ArticlesAsync();
        await MissingAsync();
        await SubjectsAsync(subjects);
        await to.WriteAsync("</main></body></html>\n");
    }

    private async Task HeadAsync()
    {
        await to.WriteAsync($$"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
            <title>活地：第 {{run.Number}} 次评估</title>
            <style>
            {{Style}}</style></head><body><main>
            <h1>第 {{run.Number}} 次评估</h1>
            <p>截至 {{Day(run.AsOf)}}　区域 {{(run.Region == DivisionCode.Country ? "全国" : Text(run.Region.Digits))}}　<span class="soft">运行于 {{run.RanAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}} UTC</span></p>
            <p class="soft">结论由系统对照法规原文得出，供核查使用，不是行政决定；缺少材料的问题列明所缺事实，不作推断。</p>

            """);
        if (summary.Generated > 0) await to.WriteAsync($"<p class=\"warn\">其中 {summary.Generated} 宗是<b>生成的演示地块</b>，不是真实土地，下文标有“生成”。</p>\n");
        await to.WriteAsync($"<ul class=\"tiles\"><li><b>{summary.Parcels}</b>宗地</li><li><b>{summary.Grants}</b>供地结果</li><li><b>{summary.Generated}</b>其中生成</li><li><b>{summary.Answers}</b>答案</li></ul>\n");
        await to.WriteAsync("<h2>所用法规</h2>\n<table><tbody>\n");
        foreach (var (package, hash) in run.Packages) await to.WriteAsync($"<tr><td>{Text(package)}</td><td><code>sha256:{Text(hash)}</code></td></tr>\n");
        await to.WriteAsync("</tbody></table>\n");
    }

    private async Task OutcomesAsync()
    {
        var generated = summary.GeneratedByOutcome.ToDictionary();
        await to.WriteAsync("<h2>按结论</h2>\n<table><thead><tr><th>结论</th><th class=\"n\">答案</th><th class=\"n\">其中生成</th></tr></thead><tbody>\n");
        foreach (var (outcome, count) in summary.ByOutcome)
        {
            await to.WriteAsync($"<tr><td>{Tag(outcome, OutcomeNames.Chinese(outcome))}</td><td class=\"n\">{count}</td><td class=\"n\">{generated.GetValueOrDefault(outcome)}</td></tr>\n");
        }

        await to.WriteAsync("</tbody></table>\n");
    }

    private async Task ArticlesAsync()
    {
        await to.WriteAsync("<h2>按条款</h2>\n<table class=\"wide\"><thead><tr><th>条款</th><th>答案</th></tr></thead><tbody>\n");
        foreach (var article in summary.ByArticle)
        {
            var parts = article.ByOutcome.Select(o => $"<i class=\"{Text(o.Key)}\" style=\"flex:{o.Value}\"></i>");
            var tags = article.ByOutcome.Select(o => Tag(o.Key, $"{OutcomeNames.Chinese(o.Key)} {o.Value}"));
            await to.WriteAsync(
                $"<tr><td>{Text(article.Article)} <small>{Text(article.Package)}</small></td><td><div class=\"bar\">{string.Concat(parts)}</div>{string.Concat(tags)}</td></tr>\n");
        }

        await to.WriteAsync("</tbody></table>\n");
    }

    private async Task MissingAsync()
    {
        if (summary.Missing.Count == 0) return;
        await to.WriteAsync(
            """
            <h2>最该补的材料</h2>
            <p class="soft">“可解开”是只缺这一项就能得出结论的答案数，“被要求”是列出它的答案数。</p>
            <table><thead><tr><th>事实</th><th class="n">可解开</th><th class="n">被要求</th></tr></thead><tbody>

            """);
        foreach (var fact in summary.Missing) await to.WriteAsync($"<tr><td>{Text(fact.Name)}</td><td class=\"n\">{fact.Unlocks}</td><td class=\"n\">{fact.AskedBy}</td></tr>\n");
        await to.WriteAsync("</tbody></table>\n");
    }

    private async Task SubjectsAsync(IReadOnlyList<SubjectAssessment> subjects)
    {
        var all = summary.Parcels + summary.Grants;
        await to.WriteAsync("<h2>各宗地和供地结果</h2>\n");
        if (subjects.Count < all) await to.WriteAsync($"<p class=\"soft\">共 {all} 个，这里列出前 {subjects.Count} 个，其余见 CSV。</p>\n");
        await to.WriteAsync("<table class=\"wide\"><thead><tr><th>对象</th><th>结论（不适用和不在施行期的不列）</th></tr></thead><tbody>\n");
        foreach (var subject in subjects)
        {
            var made = DemoParcels.Made(subject.Facts) ? Tag("made", "生成") : "";
            var name = subject.Name.Length > 0 ? subject.Name : "（无名称）";
            var needs = subject.Verdicts.Count(v => v.Outcome == Outcome.NeedsFacts.Code());
            var tags = subject.Verdicts.Where(v => !Quiet.Contains(v.Outcome)).Select(Verdict);
            var waiting = needs > 0 ? Tag(Outcome.NeedsFacts.Code(), $"待补充材料 {needs} 项") : "";
            await to.WriteAsync(
                $"<tr><td>{Text(name)} {made}<br /><small>{(subject.Kind == SubjectKind.Parcel ? "宗地" : "供地结果")} {Text(subject.Id)}　{Text(subject.Division.Digits)}</small></td><td>{string.Concat(tags)}{waiting}</td></tr>\n");
        }

        await to.WriteAsync("</tbody></table>\n");
    }

    private static string Verdict(VerdictLine verdict) => Tag(
        verdict.Outcome,
        verdict.Outcome == Outcome.Value.Code()
            ? $"{verdict.Decision} {ValueText.Of(verdict.Value)} {verdict.Unit}".TrimEnd()
            : $"{verdict.Decision} {OutcomeNames.Chinese(verdict.Outcome)}");

    private static string Tag(string kind, string words) => $"<span class=\"tag {Text(kind)}\">{Text(words)}</span>";

    private static string Text(string words) => WebUtility.HtmlEncode(SafeCell.Visible(words));

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Resource(string name)
    {
        using var stream = typeof(AssessmentPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
