using System.Globalization;
using System.Security.Cryptography;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Web.Hosting;

namespace Huodi.Web.Warnings;

/// <summary>The form with which a person acts on a warning, word for word as it was filled in.</summary>
public sealed record WarningForm
{
    public Recorder Who { get; init; } = new("", "");

    public string Reason { get; init; } = "";

    public string Office { get; init; } = "";

    public string Person { get; init; } = "";

    public string Document { get; init; } = "";

    public string FileHash { get; init; } = "";

    public string Entry { get; init; } = "";

    /// <summary>The version of the warning that was seen.</summary>
    public int Seen { get; init; }

    /// <summary>What was sent. Of a file, its name and hash are taken.</summary>
    public static async Task<WarningForm> FromAsync(HttpRequest http, CancellationToken cancellation)
    {
        var form = await http.ReadFormAsync(cancellation);
        var file = form.Files.GetFile("file") is { Length: > 0 } sent ? sent : null;
        var document = Text("document");
        return new()
        {
            Who = Recorder.From(form),
            Reason = Text("reason"),
            Office = Text("office"),
            Person = Text("person"),
            Document = document.Length == 0 && file is not null ? Path.GetFileName(file.FileName) : document,
            FileHash = file is null ? Text("file-hash") : await HashAsync(file, cancellation),
            Entry = Text("entry"),
            Seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1,
        };

        string Text(string name) => form[name].ToString().ReplaceLineEndings(" ").Trim();
    }

    /// <summary>The act it asks for.</summary>
    /// <exception cref="DomainException">Something is missing or wrong.</exception>
    public WarningAct ToAct(WarningAction action)
    {
        if (Who.Signature.Length == 0) throw new DomainException("LEDGER_TEXT", "经办人的姓名和单位都要填写。");
        return action switch
        {
            WarningAction.Acknowledge => WarningAct.Acknowledge(Who.Signature, Reason),
            WarningAction.Delegate => WarningAct.Delegate(Who.Signature, Office, Person, Reason),
            _ => WarningAct.Close(Who.Signature, Reason, Evidence(), Number()),
        };
    }

    private static async Task<string> HashAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }

    private SourceDocument? Evidence()
    {
        if (Document.Length == 0) return null;
        return FileHash.Length > 0
            ? new(Document, FileHash)
            : throw new DomainException("WARNING_EVIDENCE", "写了证据文件的名称，还要选出文件本身，记下它的 SHA-256；没有文件的，请选台账登记作为证据。");
    }

    private long? Number()
    {
        if (Entry.Length == 0) return null;
        return long.TryParse(Entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DomainException("WARNING_EVIDENCE", $"“{Entry}”不是台账登记号。");
    }
}
