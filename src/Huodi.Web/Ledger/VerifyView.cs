using Huodi.App.Ledger;
using Huodi.Domain.Ledger;

namespace Huodi.Web.Ledger;

/// <summary>The end of the chain and the last check of it.</summary>
/// <param name="Head">The end.</param>
/// <param name="Last">When it was last checked since the server started, and what was found; null for never.</param>
public sealed record VerifyView(LedgerHead Head, (DateTimeOffset At, LedgerVerification Found)? Last);
