using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.Domain;

namespace Huodi.Web.Hosting;

/// <summary>The file that came with a form: hashed, and kept only when nothing stands against what the form asks for.</summary>
/// <param name="File">The file; null where none was chosen.</param>
/// <param name="Fault">Why it cannot be kept; null when it can.</param>
public sealed record SentFile(GivenFile? File, EntryFault? Fault)
{
    /// <summary>Place of a fault in the file.</summary>
    public const string Place = "文件";

    /// <summary>No file.</summary>
    public static SentFile None { get; } = new(null, null);

    /// <summary>The file as what is to be kept.</summary>
    public IReadOnlyList<GivenFile> Files => File is null ? [] : [File];

    /// <summary>What a form that is refused says about its file; null without one.</summary>
    public EntryFault? Again => File is null ? null : new("DOCUMENT_AGAIN", Place, $"表单有错，文件“{File.File.Name}”还没有存入。", "改好后重新选这个文件。");

    /// <summary>The file of an input.</summary>
    public static async Task<SentFile> FromAsync(IFormCollection form, string input, DocumentLimit limit, CancellationToken cancellation)
    {
        if (form.Files.GetFile(input) is not { FileName.Length: > 0 } sent) return None;
        try
        {
            return new(await GivenFile.ReadAsync(sent.FileName, sent.OpenReadStream, limit, cancellation), null);
        }
        catch (DomainException wrong)
        {
            return new(null, new(wrong.Code, Place, wrong.Message, ""));
        }
    }

    /// <summary>All that stands against a form with this file. A browser does not send a file again by itself, and of a form that is refused none is kept.</summary>
    public IReadOnlyList<EntryFault> With(IReadOnlyList<EntryFault> faults)
    {
        List<EntryFault> all = Fault is null ? [.. faults] : [.. faults, Fault];
        if (all.Count > 0 && Again is { } again) all.Add(again);
        return all;
    }
}
