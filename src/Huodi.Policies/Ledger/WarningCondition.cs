namespace Huodi.Policies.Ledger;

/// <summary>When a warning goes to a higher office.</summary>
public enum WarningCondition
{
    /// <summary>未签收: nobody acknowledged it, counted from the day it was given or last escalated.</summary>
    NotAcknowledged,

    /// <summary>未办结: still open, counted from the last day of the deadline or the last escalation.</summary>
    NotClosed,
}
