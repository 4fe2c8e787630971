using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>The project's packages and declarations, read once.</summary>
internal static class Carried
{
    private static readonly string Policies = Path.Combine(AppContext.BaseDirectory, "policies");
    private static readonly Lazy<(PolicyLibrary Library, LoadedLedger Ledger)> Loaded = new(() =>
    {
        var library = PolicyFolder.Load(Policies).Library;
        return (library, LedgerFolder.Load(Policies, library));
    });

    public static PolicyLibrary Library => Loaded.Value.Library;

    public static LoadedLedger Ledger => Loaded.Value.Ledger;

    public static string[] Histories() => [.. Directory.EnumerateFiles(HistoryTests.Folder(), "*.md").Order(StringComparer.Ordinal)];
}
