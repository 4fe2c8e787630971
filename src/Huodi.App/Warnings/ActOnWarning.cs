using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>A person acknowledges, delegates or closes a warning.</summary>
public sealed class ActOnWarning(ILandStore store)
{
    /// <summary>Records it on the version that the person saw.</summary>
    /// <param name="number">The warning.</param>
    /// <param name="version">The version seen; null for the one there is.</param>
    /// <param name="act">What the person does.</param>
    /// <param name="files">The files of its document.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The warning after it.</returns>
    /// <exception cref="StoreException">WARNING_UNKNOWN, WARNING_CHANGED.</exception>
    /// <exception cref="DomainException">WARNING_CLOSED, WARNING_ACKNOWLEDGED; WARNING_EVIDENCE: the entry is not there, or is about another subject.</exception>
    public async Task<Warning> ActAsync(long number, int? version, WarningAct act, IReadOnlyList<GivenFile> files, CancellationToken cancellation)
    {
        var warning = await store.Warnings.FindAsync(number, cancellation) ?? throw WarningCodes.Unknown(number);
        if (act.Entry is { } entry)
        {
            var found = await store.Ledger.FindAsync(entry, cancellation)
                ?? throw new DomainException("WARNING_EVIDENCE", $"台账没有第 {entry} 条登记，不能作为办结的证据。请用 huodi ledger show 核对登记号。");
            if (found.Subject != warning.Notice.Identity.Subject)
                throw new DomainException("WARNING_EVIDENCE", $"第 {entry} 条登记的对象是 {found.Subject}，不是这项预警的 {warning.Notice.Identity.Subject}，不能作为证据。");
        }

        _ = await new KeepFiles(store.Documents, files).RunAsync(act.By, cancellation);
        return await store.Warnings.ActAsync(number, version ?? warning.Version, act, cancellation);
    }
}
