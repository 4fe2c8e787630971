namespace Huodi.Domain.Ledger;

/// <summary>The document that evidences an entry.</summary>
public sealed record SourceDocument
{
    /// <summary>Takes the name and, where the file itself is at hand, its hash.</summary>
    /// <param name="name">Name and number, for example 国有建设用地使用权出让合同 340111-2025-出-0012.</param>
    /// <param name="hash">SHA-256 of the file in 64 hexadecimal digits, or null when only the name is known.</param>
    /// <exception cref="DomainException">LEDGER_TEXT, LEDGER_DOCUMENT_HASH.</exception>
    public SourceDocument(string name, string? hash = null)
    {
        Name = LedgerText.Line("依据文件", name);
        if (hash is not null && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)))
            throw new DomainException("LEDGER_DOCUMENT_HASH", $"依据文件的散列值“{hash}”不是 64 位小写十六进制数（SHA-256），请重新计算。");
        Hash = hash;
    }

    /// <summary>Name and number.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal, or null.</summary>
    public string? Hash { get; }
}
