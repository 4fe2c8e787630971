namespace Huodi.Domain.Ledger;

/// <summary>The end of the chain. Written down elsewhere it is an anchor: everything up to it can be proved unchanged.</summary>
/// <param name="Entries">How many entries there are, which is the number of the last.</param>
/// <param name="Hash">Hash of the last entry; of an empty ledger, 64 zeros.</param>
/// <param name="Recorded">When the last was recorded.</param>
public sealed record LedgerHead(long Entries, string Hash, DateTimeOffset Recorded)
{
    /// <summary>The hash in front of the first entry.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>The head of an empty ledger.</summary>
    public static LedgerHead Empty { get; } = new(0, Genesis, DateTimeOffset.UnixEpoch);

    /// <summary><c>12:3f9c…</c>, the form in which an anchor is written down.</summary>
    public override string ToString() => $"{Entries}:{Hash}";
}
