using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Documents;

/// <summary>The files that the ledger names by their hash.</summary>
public static class NamedHashes
{
    /// <summary>Hashes that an entry names: of its document, and of what was at hand in a step.</summary>
    public static IEnumerable<SourceDocument> Of(LedgerEntry entry) =>
        [.. entry.Draft.Document.Hash is null ? Enumerable.Empty<SourceDocument>() : [entry.Draft.Document], .. entry.Kind == CaseField.Done ? Materials(entry).Where(d => d.Hash is not null) : []];

    /// <summary>What was at hand in a step, with the hash where there was a file.</summary>
    public static IEnumerable<SourceDocument> Materials(LedgerEntry step) =>
        (step.Draft.Payload.Fields()[CaseField.Documents] as JsonArray ?? []).OfType<JsonObject>()
            .Select(d => (Name: d["名称"]?.ToString() ?? "", Hash: d["散列"]?.ToString()))
            .Where(d => d.Name.Length > 0).Select(d => new SourceDocument(d.Name, d.Hash));

    /// <summary>Hashes that entries name and whose file is not kept, each with the first entry that names it and how many do.</summary>
    public static async Task<IReadOnlyList<(string Hash, LedgerEntry First, int Entries)>> WithoutFileAsync(ILedgerStore ledger, IDocumentStore documents, CancellationToken cancellation)
    {
        var kept = await documents.ListAsync(cancellation).Select(d => d.File.Hash).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var missing = new Dictionary<string, (LedgerEntry First, int Entries)>(StringComparer.Ordinal);
        await foreach (var entry in ledger.EntriesAsync(0, cancellation))
        {
            foreach (var hash in Of(entry).Select(d => d.Hash!).Where(h => !kept.Contains(h))) // Only those with a hash are named.
                missing[hash] = missing.TryGetValue(hash, out var known) ? (known.First, known.Entries + 1) : (entry, 1);
        }

        return [.. missing.Select(m => (m.Key, m.Value.First, m.Value.Entries)).OrderBy(m => m.First.Number)];
    }
}
