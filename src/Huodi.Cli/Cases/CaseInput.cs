using Huodi.App.Cases;
using Huodi.App.Documents;
using Huodi.Cli.Documents;
using Huodi.Domain;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Cases;

/// <summary>What the commands of cases read from the command line.</summary>
internal static class CaseInput
{
    /// <summary>Documents written as 名称 or 名称=文件, and their files.</summary>
    /// <exception cref="CliException">LEDGER_DOCUMENT_FILE.</exception>
    public static async Task<(IReadOnlyList<SourceDocument> Documents, IReadOnlyList<GivenFile> Files)> DocumentsAsync(
        IEnumerable<string> given, DocumentLimit limit, CancellationToken cancellation)
    {
        var (documents, files) = (new List<SourceDocument>(), new List<GivenFile>());
        foreach (var text in given)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var one = await EvidenceOptions.ReadAsync(at < 1 ? text : text[..at].Trim(), at < 1 ? null : new FileInfo(text[(at + 1)..]), limit, cancellation);
            documents.Add(one.Document);
            files.AddRange(one.Files);
        }

        return (documents, files);
    }

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
}
