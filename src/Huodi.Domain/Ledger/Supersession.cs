namespace Huodi.Domain.Ledger;

/// <summary>That an entry takes the place of an earlier one, and why.</summary>
public sealed record Supersession
{
    /// <summary>Takes the number of the earlier entry and the reason.</summary>
    /// <exception cref="DomainException">LEDGER_TEXT: no reason. LEDGER_NUMBER: the number is not positive.</exception>
    public Supersession(long number, string reason)
    {
        if (number < 1) throw new DomainException("LEDGER_NUMBER", $"更正的登记号 {number} 不对，登记号从 1 起。");
        Number = number;
        Reason = LedgerText.Line("更正理由", reason);
    }

    /// <summary>Number of the entry that no longer holds.</summary>
    public long Number { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }
}
