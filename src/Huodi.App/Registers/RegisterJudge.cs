using System.Globalization;
using System.Text.Json;
using Huodi.Domain.Facts;
using Huodi.Domain.Registers;
using Huodi.Policies.Answers;
using Huodi.Policies.Registers;

namespace Huodi.App.Registers;

/// <summary>Decides how one piece of land stands in a register: entered by a finding, suspected by an answer or a fact, or not in it.</summary>
internal sealed class RegisterJudge(RegisterScope scope)
{
    /// <summary>The entry without its shape, or null when the land does not stand in the register.</summary>
    /// <param name="subject">Identity, name, place and facts; the rest is filled in here.</param>
    /// <param name="hits">Answers that count.</param>
    /// <param name="finding">The newest finding about it, or null.</param>
    /// <param name="inherited">Findings about parcels it came out of.</param>
    /// <param name="more">Further things that bring it in, such as a remainder.</param>
    public RegisterEntry? Judge(
        RegisterEntry subject, IReadOnlyList<RegisterHit> hits, RegisterFinding? finding, IReadOnlyList<RegisterOrigin> inherited, IReadOnlyList<RegisterOrigin> more)
    {
        var recorded = scope.Definition.Entered.Where(r => Fits(r, subject.Facts)).ToList();
        var suspected = scope.Definition.Suspected.Where(r => r.Decision is null && Fits(r, subject.Facts)).ToList();
        var doubts = subject.Doubts.ToList();
        var isEntered = finding?.Act == FindingAct.Enter || (finding is null && recorded.Count > 0);
        if (finding is { Act: FindingAct.Exclude })
        {
            if (recorded.Count == 0) return null;
            doubts.Add($"{finding.Day:yyyy-MM-dd}以“{finding.Document}”排除，记录的事实却仍是“{recorded[0].Note}”；请核对后更正事实或重新认定");
        }

        if (hits.Any(h => h.Rule.Category is null) || finding is not null || recorded.Count + suspected.Count + more.Count + inherited.Count > 0)
            hits = [.. hits.Where(h => h.Rule.Category is null)]; // An open answer brings in only what nothing else does.
        List<RegisterOrigin> origins =
        [
            .. finding is null ? [] : new[] { Origin(finding) },
            .. recorded.Select(r => Origin(r, subject.Facts)),
            .. hits.Select(Origin),
            .. suspected.Select(r => Origin(r, subject.Facts)),
            .. more,
            .. inherited,
        ];
        if (origins.Count == 0) return null;
        return subject with
        {
            Standing = isEntered ? RegisterStanding.Entered : RegisterStanding.Suspected,
            Category = hits is [var open, ..] && open.Rule.Category is { } undecided ? undecided : Category(subject.Facts),
            Origins = origins,
            Reason = Reason(finding, isEntered ? recorded : [], hits, suspected, more.Concat(inherited)),
            Doubts = doubts,
            Missing = [.. scope.Definition.Required.Where(f => subject.Facts.Find(f) is null)],
        };
    }

    private static bool Fits(RegisterRule rule, FactSheet facts) => rule.When.All(m => m.Fits(facts.Find(m.Fact)?.Value));

    private static RegisterOrigin Origin(RegisterFinding finding) => new(
        OriginKind.Finding,
        finding.Number,
        finding.Document,
        $"{finding.By} {finding.Day:yyyy-MM-dd} 以“{finding.Document}”{RegisterWords.Chinese(finding.Act)}：{finding.Reason}");

    private static RegisterOrigin Origin(RegisterRule rule, FactSheet facts)
    {
        // A rule about facts that are unknown has no source to name.
        var known = rule.When.Select(m => facts.Find(m.Fact)).FirstOrDefault(f => f is not null);
        var words = string.Join("，", rule.When.Select(m => m.Words));
        if (known is null) return new(OriginKind.Recorded, null, rule.When[0].Fact, words);
        var source = known.Source;
        var place = string.Create(CultureInfo.InvariantCulture, $"{source.File}{(source.Row > 0 ? $" 第 {source.Row} 行" : "")}");
        return new(OriginKind.Recorded, source.Batch > 0 ? source.Batch : null, known.Name, $"{words}（{(source.Batch > 0 ? $"第 {source.Batch} 批导入，" : "")}{place}）");
    }

    private RegisterOrigin Origin(RegisterHit hit) => new(
        OriginKind.Assessment,
        scope.Run?.Number,
        hit.Verdict.Decision,
        $"第 {scope.Run?.Number} 次评估 {hit.Verdict.Decision}：{OutcomeNames.Chinese(hit.Verdict.Outcome)}{(hit.Verdict.Missing.Count > 0 ? $"，缺{string.Join("、", hit.Verdict.Missing)}" : "")}{(hit.Grant is { } grant ? $"（供地结果 {grant}）" : "")}");

    private static string Reason(
        RegisterFinding? finding,
        List<RegisterRule> recorded,
        IReadOnlyList<RegisterHit> hits,
        List<RegisterRule> suspected,
        IEnumerable<RegisterOrigin> more)
    {
        if (finding is { Act: FindingAct.Enter }) return finding.Reason;
        var notes = (recorded.Count > 0 ? recorded : hits.Select(h => h.Rule).Concat(suspected)).Select(r => r.Note);
        var all = (recorded.Count > 0 ? notes : notes.Concat(more.Select(m => m.Words))).Where(n => n.Length > 0).Distinct();
        return finding is null ? string.Join("；", all) : "事实与排除文书相互矛盾，待核实";
    }

    private string Category(FactSheet facts)
    {
        foreach (var category in scope.Definition.Categories.Where(c => c.When.All(m => m.Fits(facts.Find(m.Fact)?.Value))))
        {
            if (category.Name is { } name) return name;
            if (category.Fact is { } fact && facts.Find(fact)?.Value is { } value)
                return value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        }

        return "";
    }
}
