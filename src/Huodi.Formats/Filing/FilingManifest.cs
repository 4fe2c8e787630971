using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.Domain;

namespace Huodi.Formats.Filing;

/// <summary>The list of a package's files with their hashes, <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="Form"/>.</param>
/// <param name="Title">What is filed.</param>
/// <param name="Profile">Id of the delivery schema.</param>
/// <param name="ProfileVersion">Its version.</param>
/// <param name="CreatedAt">Moment of the export, UTC.</param>
/// <param name="Rows">How many pieces of land.</param>
/// <param name="Exchange">Name of the file that loses nothing.</param>
/// <param name="Files">Every other file.</param>
public sealed record FilingManifest(
    string Format, string Title, string Profile, string ProfileVersion, DateTimeOffset CreatedAt, int Rows, string Exchange, IReadOnlyList<FilingFile> Files)
{
    /// <summary>Name and version of the form.</summary>
    public const string Form = "huodi-filing/1";

    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it into a folder.</summary>
    internal Task WriteAsync(string folder, CancellationToken cancellation) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Options), cancellation);

    /// <summary>Reads it and holds every file against its hash.</summary>
    /// <exception cref="DomainException">FILING_MANIFEST: there is none, or it is none; FILING_HASH: a file is missing or was changed.</exception>
    internal static async Task<FilingManifest> ReadAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new DomainException("FILING_MANIFEST", $"“{folder}”里没有 {FileName}，不是活地的成果包。请指明成果包的文件夹。");
        FilingManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<FilingManifest>(await File.ReadAllTextAsync(path, cancellation), Options);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (manifest is not { Format: Form, Files: not null, Exchange: not null }) throw new DomainException("FILING_MANIFEST", $"{FileName} 不完整，或由更新的版本写成。请重新导出。");
        foreach (var file in manifest.Files)
        {
            // Names come from a file somebody sent: only those inside the folder are looked at.
            var place = Path.Combine(folder, Path.GetFileName(file.Name));
            if (!File.Exists(place)) throw new DomainException("FILING_HASH", $"成果包缺少文件 {file.Name}。请重新取得完整的成果包。");
            if (await FilingFile.OfAsync(place, cancellation) is var now && now.Sha256 != file.Sha256)
                throw new DomainException("FILING_HASH", $"文件 {file.Name} 与清单的校验值不符，导出后被改动过。请重新取得原包；确要采用改动的，用导入命令单独导入该文件。");
        }

        return manifest;
    }
}
