using System.Globalization;
using Huodi.App.Ledger.Readings;
using Huodi.Domain.Documents;

namespace Huodi.Cli.Documents;

/// <summary>Kept files as lines of text.</summary>
internal static class DocumentText
{
    public static string Line(KeptDocument document) => string.Create(
        CultureInfo.InvariantCulture,
        $"第 {document.Number} 号　{document.File.Name}　{document.File.Size} 字节　sha256:{document.File.Hash}　{LedgerDates.Local(document.Kept)} {document.By} 存入");
}
