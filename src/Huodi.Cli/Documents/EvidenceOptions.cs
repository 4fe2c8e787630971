using System.CommandLine;
using Huodi.App.Documents;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Documents;

/// <summary>The options of a command that takes a document with its file.</summary>
internal sealed class EvidenceOptions
{
    private readonly Option<FileInfo?> _file = new("--file") { Description = "依据文件本身，按 SHA-256 存入地库，同一份只存一次" };
    private readonly Option<int> _megabytes = Megabytes();

    /// <summary>How large a file may be.</summary>
    public static Option<int> Megabytes()
    {
        var most = new Option<int>("--document-mb") { Description = $"存入的文件最大多少 MB；默认 {DocumentLimit.Usual.Megabytes}", DefaultValueFactory = _ => DocumentLimit.Usual.Megabytes };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > DocumentLimit.Most) result.AddError($"--document-mb 应在 1 到 {DocumentLimit.Most} 之间。");
        });
        return most;
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_megabytes);
    }

    /// <summary>The document of that name, with its file where one is given.</summary>
    /// <exception cref="CliException">LEDGER_DOCUMENT_FILE.</exception>
    /// <exception cref="Domain.DomainException">LEDGER_TEXT, DOCUMENT_TOO_LARGE, DOCUMENT_EMPTY.</exception>
    public Task<Evidence> ReadAsync(ParseResult parse, string name, CancellationToken cancellation) =>
        ReadAsync(name, parse.GetValue(_file), Limit(parse), cancellation);

    /// <summary>The file that is given, or null.</summary>
    public FileInfo? File(ParseResult parse) => parse.GetValue(_file);

    /// <summary>The limit that is set.</summary>
    public DocumentLimit Limit(ParseResult parse) => new(parse.GetValue(_megabytes));

    /// <summary>The document of that name, with its file where one is given.</summary>
    public static async Task<Evidence> ReadAsync(string name, FileInfo? file, DocumentLimit limit, CancellationToken cancellation)
    {
        if (file is null) return new(new SourceDocument(name), []);
        var given = await ReadAsync(file, limit, cancellation);
        return new(given.Named(name), [given]);
    }

    /// <summary>A file.</summary>
    /// <exception cref="CliException">LEDGER_DOCUMENT_FILE.</exception>
    public static Task<GivenFile> ReadAsync(FileInfo file, DocumentLimit limit, CancellationToken cancellation)
    {
        if (!file.Exists) throw new CliException("LEDGER_DOCUMENT_FILE", $"找不到依据文件 {file.FullName}。", "检查 --file 后的路径。");
        limit.Require(file.Name, file.Length);
        return GivenFile.ReadAsync(file.Name, file.OpenRead, limit, cancellation);
    }

    /// <summary>A document and the file that came with it.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Files">Its file, or nothing.</param>
    internal sealed record Evidence(SourceDocument Document, IReadOnlyList<GivenFile> Files);
}
