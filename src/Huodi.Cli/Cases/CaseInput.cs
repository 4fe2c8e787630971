using Huodi.App.Cases;
using Huodi.Cli.Ledger;
using Huodi.Domain;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Cases;

/// <summary>What the commands of cases read from the command line.</summary>
internal static class CaseInput
{
    /// <summary>Documents written as 名称 or 名称=文件; of a file the hash is kept.</summary>
    public static IReadOnlyList<SourceDocument> Documents(IEnumerable<string> given) => [.. given.Select(Document)];

    /// <summary>Runs it; what the domain refuses is refused to the user.</summary>
    public static async Task<CaseRecorded> GuardedAsync(Func<Task<CaseRecorded>> record)
    {
        try
        {
            return await record();
        }
        catch (DomainException wrong)
        {
            throw new CliException(wrong.Code, wrong.Message, "");
        }
    }

    private static SourceDocument Document(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 1 ? EntryInput.Document(text, null) : EntryInput.Document(text[..at].Trim(), new FileInfo(text[(at + 1)..]));
    }
}
