namespace Huodi.Domain.Ledger.Projection;

/// <summary>An entry as far as facts depend on it; who recorded it, when and from which document stays in the store.</summary>
/// <param name="Number">Number.</param>
/// <param name="Supersedes">Number of the entry it replaces; 0 for none.</param>
/// <param name="Happened">The day it happened.</param>
/// <param name="Kind">English identifier of the kind.</param>
/// <param name="Payload">The fields, UTF-8.</param>
public readonly record struct LedgerNote(long Number, long Supersedes, DateOnly Happened, string Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The note of an entry.</summary>
    public static LedgerNote Of(LedgerEntry entry) => new(
        entry.Number, entry.Draft.Supersedes?.Number ?? 0, entry.Happened, entry.Kind, System.Text.Encoding.UTF8.GetBytes(entry.Draft.Payload.Text));
}
