using Huodi.App.Warnings;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Policies.Ledger;
using Huodi.Policies.Packages;

namespace Huodi.Web.Warnings;

/// <summary>A warning, what happened to it, and the form for what is to be done.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="History">What happened to it.</param>
/// <param name="Kept">SHA-256 of the evidence whose file is kept.</param>
/// <param name="Others">The other warnings of the same deadline.</param>
/// <param name="Run">The run that gave it, or null.</param>
/// <param name="Name">What the land database calls the subject.</param>
/// <param name="Articles">The articles with their packages.</param>
/// <param name="Entries">Entries of the ledger about the subject, the newest first.</param>
/// <param name="Declared">The declarations of the ledger.</param>
/// <param name="Today">Today.</param>
/// <param name="Action">What the form does; null when nothing is left to be done.</param>
/// <param name="Form">The form.</param>
/// <param name="Fault">Why it was not recorded; empty before it was sent.</param>
public sealed record WarningView(
    Warning Warning,
    IReadOnlyList<WarningEvent> History,
    IReadOnlySet<string> Kept,
    IReadOnlyList<Warning> Others,
    WarningRun? Run,
    string Name,
    IReadOnlyList<(string Package, Article Article)> Articles,
    IReadOnlyList<LedgerEntry> Entries,
    LoadedLedger Declared,
    DateOnly Today,
    WarningAction? Action,
    WarningForm Form,
    string Fault);
