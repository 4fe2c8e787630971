using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;

namespace Huodi.Web.Ledger;

/// <summary>A form of an entry, empty or with what was filled in and what is wrong with it.</summary>
/// <param name="Kind">The kind; null for a withdrawal.</param>
/// <param name="Form">What is filled in.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Old">The entry that is corrected or withdrawn, or null.</param>
/// <param name="OldName">Name of its kind.</param>
/// <param name="OldKind">Its kind; null for none, or for one that is not declared any more.</param>
/// <param name="Articles">The articles that the kind serves, with the id of their package.</param>
/// <param name="Dictionary">Types, units and words of the fields.</param>
public sealed record EntryFormView(
    LedgerKind? Kind,
    EntryForm Form,
    IReadOnlyList<EntryFault> Faults,
    LedgerEntry? Old,
    string OldName,
    LedgerKind? OldKind,
    IReadOnlyList<(string Package, Article Article)> Articles,
    FactDictionary Dictionary)
{
    /// <summary>Where the form is sent.</summary>
    public string Address => (Kind, Old) switch
    {
        (null, { } old) => LedgerLinks.Withdraw(old.Number),
        (_, { } old) => LedgerLinks.Correct(old.Number),
        _ => LedgerLinks.New(Kind!.English), // A form is of a kind or of an old entry.
    };

    /// <summary>Heading.</summary>
    public string Title => (Kind, Old) switch
    {
        (null, { } old) => $"撤回第 {old.Number} 条登记",
        (_, { } old) => $"更正第 {old.Number} 条登记：{OldName}",
        _ => $"登记：{Kind!.Name}", // As above.
    };

    /// <summary>The faults of one place.</summary>
    public IReadOnlyList<EntryFault> FaultsOf(string place) => [.. Faults.Where(f => f.Field == place)];
}
