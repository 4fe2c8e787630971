namespace Huodi.Domain.Ledger;

/// <summary>An entry before a store has numbered, dated and chained it.</summary>
public sealed record LedgerDraft
{
    /// <summary>Takes what is to be recorded.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="kind">English identifier of the declared kind.</param>
    /// <param name="happened">The day it happened.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="document">What evidences it.</param>
    /// <param name="payload">The fields.</param>
    /// <param name="supersedes">The entry it replaces, or null.</param>
    /// <exception cref="DomainException">LEDGER_TEXT: a text is empty, too long or not plain.</exception>
    public LedgerDraft(
        LedgerSubject subject, string kind, DateOnly happened, string by, SourceDocument document, LedgerPayload payload, Supersession? supersedes = null)
    {
        Subject = subject;
        Kind = LedgerText.Line("登记种类", kind);
        Happened = happened;
        By = LedgerText.Line("登记人", by);
        Document = document;
        Payload = payload;
        Supersedes = supersedes;
    }

    /// <summary>What it is about.</summary>
    public LedgerSubject Subject { get; }

    /// <summary>English identifier of the kind.</summary>
    public string Kind { get; }

    /// <summary>The day it happened.</summary>
    public DateOnly Happened { get; }

    /// <summary>Who records it.</summary>
    public string By { get; }

    /// <summary>What evidences it.</summary>
    public SourceDocument Document { get; }

    /// <summary>The fields.</summary>
    public LedgerPayload Payload { get; }

    /// <summary>The entry it replaces, or null.</summary>
    public Supersession? Supersedes { get; }
}
