using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Ledger;

/// <summary>
/// Looks for what loading the ledger's declarations does not find: decisions that give a day or a sum and are forgotten, facts that
/// clocks and accounts need and no kind of entry gives, fields that no kind has.
/// </summary>
public static class LedgerCheck
{
    /// <summary>Checks loaded declarations against the packages; an empty list when all is well.</summary>
    public static IReadOnlyList<PolicyDiagnostic> Run(PolicyLibrary library, LoadedLedger ledger)
    {
        var bag = new DiagnosticBag();
        var clocked = ledger.Clocks.Where(c => c.IsDecision).Select(c => c.Due).ToHashSet(StringComparer.Ordinal);
        var accounted = ledger.Money.SelectMany(m => m.Decisions).ToHashSet(StringComparer.Ordinal);
        foreach (var package in library.Compiled)
        {
            foreach (var decision in package.Decisions)
            {
                if (HasDay(decision.Type)) Kept(package.Source, decision.Source, clocked, ledger.Unclocked, "CLOCK_NONE", "给出日期", "时钟", "clocks.yaml", bag);
                if (decision.Source.Unit == "元") Kept(package.Source, decision.Source, accounted, ledger.Unaccounted, "MONEY_NONE", "给出金额", "账户", "money.yaml", bag);
            }
        }

        var given = Given(library, ledger.Kinds);
        foreach (var clock in ledger.Clocks) Needs(library, clock.Id, (ClockRuleReader.FileName, clock.Line), Facts(clock), clock.IsDecision ? [clock.Due] : [], given, bag);
        foreach (var account in ledger.Money) Needs(library, account.Name, (MoneyRuleReader.FileName, account.Line), [], account.Decisions, given, bag);
        foreach (var kind in ledger.Kinds.All.Where(k => k.Standard.Length > 0 && library.FindDecision(k.Standard) is null))
            bag.Error(LedgerKindReader.FileName, kind.Line, "LEDGER_STANDARD_UNKNOWN", $"“{kind.Name}”的标准“{kind.Standard}”不是一个决策。", "写成 条文/决策，例如 CN-53-30/动工开发。");
        var fields = ledger.Kinds.All.SelectMany(k => k.Fields).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in library.Dictionary.All.Where(f => f.Subject == LedgerKindReader.EntryOnly && !fields.Contains(f.Name)))
            bag.Warning("facts.yaml", fact.Line, "LEDGER_FACT_UNUSED", $"“{fact.Name}”只属于登记，但没有登记种类用它。", "删去，或者写进一个种类的字段。");
        return bag.All;
    }

    private static bool HasDay(FeelType type) => type.ToString().Contains("date", StringComparison.Ordinal) && type != FeelType.DateTime;

    private static IEnumerable<string> Facts(ClockRule clock) =>
        clock.Done.Append(clock.Start).Concat(clock.IsDecision ? [] : [clock.Due]).Concat(clock.Settled is { } settled ? [settled.Paid] : []);

    private static void Kept(
        PolicyPackage package, Decision decision, HashSet<string> kept, IReadOnlyList<Exemption> exempt, string code, string gives, string what, string file, DiagnosticBag bag)
    {
        var isExempt = exempt.Any(e => e.Decision == decision.Id);
        if (kept.Contains(decision.Id) == isExempt)
        {
            bag.Error(
                package.File, decision.Line, code,
                isExempt ? $"决策“{decision.Id}”有{what}，又列在“不设”里。" : $"决策“{decision.Id}”{gives}，既没有{what}，也没有写明不设的理由。",
                $"在 policies/ledger/{file} 里{(isExempt ? "删去一处" : "声明，或者写“不设”和“理由”")}。");
        }
    }

    /// <summary>Facts that entries can bring about, straight or through what follows from them.</summary>
    private static HashSet<string> Given(PolicyLibrary library, LedgerKinds kinds)
    {
        var given = kinds.All.SelectMany(k => k.Effects).Select(e => e.Fact)
            .Concat(library.Dictionary.All.Where(f => f.Origin != "记录").Select(f => f.Name)).ToHashSet(StringComparer.Ordinal);
        while (library.Dictionary.All.Where(f => !given.Contains(f.Name) && f.Implied.Any(i => given.Contains(i.Known))).Select(f => f.Name).ToList() is { Count: > 0 } more)
            given.UnionWith(more);
        return given;
    }

    private static void Needs(
        PolicyLibrary library, string name, (string File, int Line) at, IEnumerable<string> facts, IEnumerable<string> decisions, HashSet<string> given, DiagnosticBag bag)
    {
        var open = facts.Concat(library.FactsBehind(decisions)).Distinct(StringComparer.Ordinal).Where(f => !given.Contains(f)).ToList();
        if (open.Count > 0)
            bag.Warning(at.File, at.Line, "LEDGER_FACT_UNSET", $"“{name}”要用的“{string.Join("、", open)}”没有登记种类给出，只能由其他来源提供。", "写进一个种类的字段，或者确认另有来源。");
    }
}
