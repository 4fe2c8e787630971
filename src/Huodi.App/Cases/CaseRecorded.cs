using Huodi.App.Ledger;
using Huodi.Domain.Ledger;

namespace Huodi.App.Cases;

/// <summary>What came of recording: the entry, or everything that stands against it. Never both.</summary>
/// <param name="Entry">The entry, or null.</param>
/// <param name="Faults">What stands against it.</param>
/// <param name="File">The case afterwards, or as it stands; null when there is none.</param>
public sealed record CaseRecorded(LedgerEntry? Entry, IReadOnlyList<EntryFault> Faults, CaseFile? File)
{
    internal static CaseRecorded Refused(CaseFile? file, params IReadOnlyList<EntryFault> faults) => new(null, faults, file);
}
