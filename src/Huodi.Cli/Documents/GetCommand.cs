using System.CommandLine;
using System.Globalization;
using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Domain.Documents;

namespace Huodi.Cli.Documents;

/// <summary><c>huodi document get FILE --out PATH</c>: gives a kept file back, byte for byte, compared with its hash before it is written.</summary>
internal static class GetCommand
{
    private const int ShortestHash = 8;

    public static Command Create(CliHost host)
    {
        var wanted = new Argument<string>("文件") { Description = $"第几号，或者 SHA-256（可只写前 {ShortestHash} 位以上）" };
        var to = new Option<FileInfo?>("--out") { Description = "写到哪里；默认当前文件夹，用存入时的名称。已有的文件不覆盖" };
        var store = CliOptions.Store();
        var command = new Command("get", "取出一份文件，先核对散列值，一个字节也不差才给出") { wanted, to, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var document = await FindAsync(land, parse.GetValue(wanted)!, cancellation);
            var path = (parse.GetValue(to) ?? new FileInfo(document.File.Name)).FullName;
            if (File.Exists(path) || Directory.Exists(path)) throw new CliException("DOCUMENT_EXISTS", $"“{path}”已存在，没有覆盖它。", "用 --out 另写一个文件名。");
            var (_, content) = (await new ReadDocument(land.Documents).OpenAsync(document.File.Hash, cancellation))!.Value; // It was found just now, and nothing is taken away.
            await using (content) await WriteAsync(content, path, cancellation);
            host.Out.WriteLine($"已取出 {path}，与存入时一致（sha256:{document.File.Hash}）。");
            return 0;
        });
        return command;
    }

    /// <summary>Under another name until it is whole.</summary>
    private static async Task WriteAsync(Stream content, string path, CancellationToken cancellation)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew)) await content.CopyToAsync(file, cancellation);
            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<KeptDocument> FindAsync(ILandStore land, string wanted, CancellationToken cancellation)
    {
        var hash = wanted.StartsWith("sha256:", StringComparison.Ordinal) ? wanted["sha256:".Length..] : wanted;
        var isNumber = long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && wanted.Length < ShortestHash;
        if (!isNumber && hash.Length < ShortestHash) throw new CliException("DOCUMENT_UNKNOWN", $"“{wanted}”不是文件的号，也不是 SHA-256。", $"写号，或者 SHA-256 的前 {ShortestHash} 位以上，见 huodi document list。");
        var found = await land.Documents.ListAsync(cancellation)
            .Where(d => isNumber ? d.Number == number : d.File.Hash.StartsWith(hash, StringComparison.OrdinalIgnoreCase)).Take(2).ToListAsync(cancellation);
        return found switch
        {
            [var one] => one,
            [] => throw new CliException("DOCUMENT_UNKNOWN", $"没有存入“{wanted}”这份文件。", "用 huodi document list 查看。"),
            _ => throw new CliException("DOCUMENT_UNKNOWN", $"有几份文件的 SHA-256 以“{wanted}”开头。", "多写几位。"),
        };
    }
}
