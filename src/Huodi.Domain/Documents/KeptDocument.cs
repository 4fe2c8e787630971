using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Huodi.Domain.Documents;

/// <summary>A file as a store keeps it, once and for ever.</summary>
/// <param name="Number">Its place among the files kept, from 1, without gaps.</param>
/// <param name="File">The file.</param>
/// <param name="Kept">When it was kept, UTC, to the thousandth of a second.</param>
/// <param name="By">Who kept it.</param>
/// <param name="Seal">SHA-256 over all of this and the seal before it, so that a record cannot be changed or taken away unseen.</param>
public sealed record KeptDocument(long Number, DocumentFile File, DateTimeOffset Kept, string By, string Seal)
{
    /// <summary>What stands before the first seal.</summary>
    public static string FirstSeal { get; } = new('0', 64);

    /// <summary>The record of a file, sealed onto the one before.</summary>
    /// <param name="before">The last record; null for none.</param>
    /// <param name="file">The file.</param>
    /// <param name="kept">When.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="DomainException">LEDGER_TEXT: who is empty, too long or not plain.</exception>
    public static KeptDocument Next(KeptDocument? before, DocumentFile file, DateTimeOffset kept, string by)
    {
        var named = new KeptDocument((before?.Number ?? 0) + 1, file, kept, Ledger.LedgerText.Line("存入人", by), "");
        return named with { Seal = named.SealAfter(before?.Seal ?? FirstSeal) };
    }

    /// <summary>The seal that this record has behind another.</summary>
    public string SealAfter(string before)
    {
        var text = string.Join('\n', before, Number.ToString(CultureInfo.InvariantCulture), File.Hash, File.Size.ToString(CultureInfo.InvariantCulture),
            Kept.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), By, File.Name);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
