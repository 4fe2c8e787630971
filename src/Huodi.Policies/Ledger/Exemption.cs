namespace Huodi.Policies.Ledger;

/// <summary>A decision that no clock, or no account, is kept for, and why.</summary>
/// <param name="Decision">Its id.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record Exemption(string Decision, string Reason);
