using System.Text.Json.Nodes;
using Huodi.App.Ledger.Recording;

namespace Huodi.Web.Ledger.Api;

/// <summary>The body of <c>POST /api/ledger/entries</c>.</summary>
/// <param name="Subject"><c>grant:3401042026B00001</c>.</param>
/// <param name="Kind">Chinese name or English identifier; <c>withdrawal</c> takes back.</param>
/// <param name="Happened">2026-03-01.</param>
/// <param name="By">Who records.</param>
/// <param name="Document">What evidences it.</param>
/// <param name="Fields">The fields of the kind.</param>
/// <param name="Supersedes">The entry it replaces.</param>
/// <param name="After">Number of the last entry about the subject that the sender has seen, 0 for none; when there is another by then, nothing is recorded.</param>
/// <param name="DryRun">True to work out what it would change and record nothing.</param>
internal sealed record EntryRequest(
    string? Subject,
    string? Kind,
    string? Happened,
    string? By,
    EntryRequest.DocumentPart? Document,
    JsonNode? Fields,
    EntryRequest.SupersedesPart? Supersedes,
    long? After = null,
    bool DryRun = false)
{
    /// <summary>The entry it writes.</summary>
    public WrittenEntry ToEntry() => new(
        Subject ?? "", Kind ?? "", Happened ?? "", By ?? "", Document?.Name ?? "", Document?.Sha256, Fields as JsonObject ?? [], Supersedes?.Number, Supersedes?.Reason ?? "");

    /// <summary>A document.</summary>
    /// <param name="Name">Name and number.</param>
    /// <param name="Sha256">Hash of its file.</param>
    internal sealed record DocumentPart(string? Name, string? Sha256);

    /// <summary>What is replaced.</summary>
    /// <param name="Number">Number of the entry.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record SupersedesPart(long Number, string? Reason);
}
