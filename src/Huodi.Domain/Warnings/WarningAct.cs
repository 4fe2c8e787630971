using Huodi.Domain.Ledger;

namespace Huodi.Domain.Warnings;

/// <summary>Something that is to happen to a warning, before a store has dated and numbered it.</summary>
public sealed record WarningAct
{
    private WarningAct(WarningAction action, string by, string reason)
    {
        Action = action;
        By = LedgerText.Line("经办人", by);
        Reason = reason.Length == 0 ? "" : LedgerText.Line("说明", reason);
    }

    /// <summary>What.</summary>
    public WarningAction Action { get; }

    /// <summary>Who; of a run, its name.</summary>
    public string By { get; }

    /// <summary>Why; may be empty for an acknowledgement.</summary>
    public string Reason { get; }

    /// <summary>The office that has it from then on; empty when it stays.</summary>
    public string Office { get; private init; } = "";

    /// <summary>The person who has it from then on; may be empty.</summary>
    public string Person { get; private init; } = "";

    /// <summary>The document that evidences the closing, with its hash; or null.</summary>
    public SourceDocument? Document { get; private init; }

    /// <summary>Number of the ledger entry that evidences or caused it, or null.</summary>
    public long? Entry { get; private init; }

    /// <summary>签收.</summary>
    /// <exception cref="DomainException">LEDGER_TEXT.</exception>
    public static WarningAct Acknowledge(string by, string reason = "") => new(WarningAction.Acknowledge, by, reason) { Person = by };

    /// <summary>转办 to an office, and to a person there where one is named.</summary>
    /// <exception cref="DomainException">LEDGER_TEXT: the office or the reason is missing or not plain.</exception>
    public static WarningAct Delegate(string by, string office, string person, string reason) => new(WarningAction.Delegate, by, LedgerText.Line("转办理由", reason))
    {
        Office = LedgerText.Line("转办单位", office),
        Person = person.Length == 0 ? "" : LedgerText.Line("转办给谁", person),
    };

    /// <summary>办结.</summary>
    /// <exception cref="DomainException">WARNING_EVIDENCE: neither a document with its hash nor an entry of the ledger. LEDGER_TEXT.</exception>
    public static WarningAct Close(string by, string reason, SourceDocument? document, long? entry) =>
        document?.Hash is null && entry is null
            ? throw new DomainException("WARNING_EVIDENCE", "办结要有证据：写明台账登记号，或者给出依据文件（记下名称和 SHA-256）。")
            : new(WarningAction.Close, by, reason) { Document = document, Entry = entry };

    /// <summary>What a store holds.</summary>
    /// <exception cref="DomainException">LEDGER_TEXT: no store wrote it.</exception>
    public static WarningAct Stored(WarningAction action, string by, string reason, string office, string person, SourceDocument? document, long? entry) =>
        new(action, by, reason) { Office = office, Person = person, Document = document, Entry = entry };

    /// <summary>升级, by a run.</summary>
    public static WarningAct Escalate(string by, string office, string reason) => new(WarningAction.Escalate, by, reason) { Office = office };

    /// <summary>已办, 失效 or 接替, by a run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the three.</exception>
    public static WarningAct End(WarningAction action, string by, string reason, long? entry) =>
        action is WarningAction.Done or WarningAction.Void or WarningAction.Supersede
            ? new(action, by, reason) { Entry = entry }
            : throw new ArgumentOutOfRangeException(nameof(action));
}
