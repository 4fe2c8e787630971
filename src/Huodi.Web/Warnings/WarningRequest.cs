using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;

namespace Huodi.Web.Warnings;

/// <summary>Acting on a warning over HTTP.</summary>
/// <param name="Action">acknowledge, delegate or close.</param>
/// <param name="Version">The version that was seen.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Office">To which office it is delegated.</param>
/// <param name="Person">To whom.</param>
/// <param name="Document">Name of the evidence.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Entry">The ledger entry that is the evidence.</param>
internal sealed record WarningRequest(
    string? Action, int? Version, string? By, string? Reason, string? Office, string? Person, string? Document, string? Sha256, long? Entry)
{
    /// <summary>The act.</summary>
    /// <exception cref="DomainException">Something is missing or wrong.</exception>
    public WarningAct ToAct()
    {
        if (Version is null) throw new DomainException("WARNING_VERSION", "要写明看到的版本（version），见 GET /api/warnings/编号。");
        return Action switch
        {
            "acknowledge" => WarningAct.Acknowledge(By ?? "", Reason ?? ""),
            "delegate" => WarningAct.Delegate(By ?? "", Office ?? "", Person ?? "", Reason ?? ""),
            "close" => WarningAct.Close(By ?? "", Reason ?? "", Document is null ? null : new SourceDocument(Document, Sha256), Entry),
            _ => throw new DomainException("WARNING_ACTION", $"不认识的操作“{Action}”。可用：acknowledge、delegate、close。"),
        };
    }
}
