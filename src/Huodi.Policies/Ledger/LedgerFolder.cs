using Huodi.Policies.Letters;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads the declarations of the ledger, which lie in <c>ledger/</c> below a policies folder.</summary>
public static class LedgerFolder
{
    /// <summary>Reads everything and tells everything that is wrong. Never throws for what a file says.</summary>
    /// <param name="folder">The policies folder.</param>
    /// <param name="library">What was loaded from it: its dictionary and its articles.</param>
    public static LoadedLedger Load(string folder, PolicyLibrary library)
    {
        var bag = new DiagnosticBag();
        var articles = library.Packages.SelectMany(p => p.Articles).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var kinds = new LedgerKindReader(library.Dictionary, articles, [.. library.Packages.SelectMany(p => p.Procedures)], bag).Read(PolicyFolder.Text(folder, LedgerKindReader.FileName, bag));
        var states = StateRuleReader.Read(PolicyFolder.Text(folder, StateRuleReader.FileName, bag), library, bag);
        var (clocks, unclocked) = new ClockRuleReader(library, articles, bag).Read(PolicyFolder.Text(folder, ClockRuleReader.FileName, bag));
        var calendar = CalendarReader.Read(PolicyFolder.Text(folder, CalendarReader.FileName, bag), bag);
        var (money, unaccounted) = new MoneyRuleReader(library, kinds, articles, bag).Read(PolicyFolder.Text(folder, MoneyRuleReader.FileName, bag));
        var warnings = new WarningRuleReader(clocks, bag).Read(PolicyFolder.Text(folder, WarningRuleReader.FileName, bag));
        var (templates, broken) = LetterFolder.Load(folder, library);
        var letters = broken.Any(d => d.IsError) ? [] : templates;
        var numbers = LetterNumberReader.Read(PolicyFolder.Text(folder, LetterNumberReader.FileName, bag), templates, bag);
        return new(kinds, states, clocks, money, calendar, bag.All) { Unclocked = unclocked, Unaccounted = unaccounted, Warnings = warnings, Letters = letters, LetterNumbers = numbers };
    }
}
