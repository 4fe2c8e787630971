using System.CommandLine;
using System.Text.Json.Nodes;
using Huodi.App.Ledger.States;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger state</c>: the derived states of all subjects with counts, or of one with every reason;
/// <c>--assume</c> asks what if.</summary>
internal static class StateCommand
{
    public static Command Create(CliHost host)
    {
        var subject = new Argument<string?>("对象") { Description = "只看一个对象；默认全部", Arity = ArgumentArity.ZeroOrOne };
        var asOf = CliOptions.AsOf("--as-of", "截至哪一日；默认今天");
        var knownAsOf = LedgerOptions.KnownAsOf();
        var only = new Option<string?>("--only") { Description = "只列这一状态，如 不明、逾期开工" };
        var assume = AssumeOption.Create();
        var json = new Option<bool>("--json") { Description = "输出 JSON：一个对象的各状态和理由；没有写对象的，是数组" };
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("state", "由登记推出的状态和理由") { subject, asOf, knownAsOf, only, assume, json, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var derive = new DeriveState(library, ledger);
            var day = parse.GetValue(asOf) ?? host.Today;
            var moment = LedgerOptions.Moment(parse.GetValue(knownAsOf));
            var what = parse.GetValue(assume) ?? [];
            if (what.Length > 0 && parse.GetValue(subject) is null) throw new CliException("LEDGER_ASSUME", "假设要写明对谁。", "在 --assume 前写明对象。");
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            if (parse.GetValue(subject) is { } one)
            {
                var entries = new List<LedgerEntry>();
                var assumed = AssumeOption.Read(what, LedgerOptions.Read(one), ledger, library);
                await foreach (var entry in land.Ledger.OfSubjectAsync(LedgerOptions.Read(one), cancellation)) entries.Add(entry);
                if (AssumeOption.Add(entries, assumed, moment) is not { Count: > 0 } known) throw new CliException("LEDGER_EMPTY", $"台账里没有 {one} 的登记。", "用 huodi ledger add 或 import 登记。");
                var state = derive.Of(known, day);
                if (parse.GetValue(json)) StateJson.Write(host.Out, StateJson.Of(state, what));
                else WriteOne(host.Out, state, assumed.Count > 0);
                return 0;
            }

            var states = new List<SubjectState>();
            await foreach (var state in new AllStates(library, ledger).OfAsync(land.Ledger, day, moment, cancellation)) states.Add(state);
            if (parse.GetValue(json)) StateJson.Write(host.Out, new JsonArray([.. Listed(states, parse.GetValue(only)).Select(s => StateJson.Of(s, []))]));
            else WriteAll(host.Out, states, day, parse.GetValue(only));
            return 0;
        });
        return command;
    }

    private static void WriteOne(TextWriter to, SubjectState state, bool isAssumed)
    {
        to.WriteLine($"{state.Subject}　截至 {state.AsOf:yyyy-MM-dd}{(isAssumed ? "　【假设，没有登记】" : "")}　{state.Headline}");
        Write(to, state.Development);
        foreach (var finding in state.Findings) Write(to, finding);
    }

    private static void Write(TextWriter to, DerivedState state)
    {
        var candidates = state.Candidates.Count > 0 ? $"（可能是 {string.Join("、", state.Candidates)}）" : "";
        to.WriteLine($"{state.Name}{candidates}：{(state.Holds switch { true => "是", false => "否", null => "不明" })}");
        foreach (var reason in state.Reasons) to.WriteLine($"  {reason.Text}");
        if (state.Missing.Count > 0) to.WriteLine($"  补上即可判断：{string.Join("、", state.Missing)}");
    }

    private static IEnumerable<SubjectState> Listed(IEnumerable<SubjectState> states, string? only) =>
        states.Where(s => only is null || s.Headline == only || s.Development.Name == only);

    private static void WriteAll(TextWriter to, List<SubjectState> states, DateOnly day, string? only)
    {
        to.WriteLine($"截至 {day:yyyy-MM-dd}　对象 {states.Count} 个");
        to.WriteLine("开发状态：");
        foreach (var group in states.GroupBy(s => s.Development.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            to.WriteLine($"  {group.Key}　{group.Count()}");
        to.WriteLine("认定和疑似（各自独立）：");
        foreach (var group in states.SelectMany(s => s.Findings).GroupBy(f => f.Name))
            to.WriteLine($"  {group.Key}　是 {group.Count(f => f.Holds == true)}，否 {group.Count(f => f.Holds == false)}，不明 {group.Count(f => f.Holds is null)}");
        to.WriteLine("状态不明的原因：");
        foreach (var group in states.Where(s => s.Development.Holds is null).GroupBy(s => s.Development.Reasons[^1].Text).OrderByDescending(g => g.Count()))
            to.WriteLine($"  {group.Count()}　{group.Key}");
        to.WriteLine("名单：");
        foreach (var state in Listed(states, only))
        {
            var why = state.Development.Holds is null
                ? $"　可能是 {string.Join("、", state.Development.Candidates)}；{state.Development.Reasons[^1].Text}补：{string.Join("、", state.Development.Missing)}"
                : $"　{state.Development.Reasons[^1].Text}";
            to.WriteLine($"  {state.Subject.Id}　{state.Headline}{(state.Headline == state.Development.Name ? "" : $"（{state.Development.Name}）")}{why}");
        }
    }
}
