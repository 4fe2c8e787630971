using System.Globalization;
using Huodi.App.Documents;
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

    /// <summary>The file of the evidence.</summary>
    public SentFile Sent { get; init; } = SentFile.None;

    public string Entry { get; init; } = "";

    /// <summary>The version of the warning that was seen.</summary>
    public int Seen { get; init; }

    /// <summary>What was sent.</summary>
    public static async Task<WarningForm> FromAsync(HttpRequest http, DocumentLimit limit, CancellationToken cancellation)
    {
        var form = await http.ReadFormAsync(cancellation);
        var sent = await SentFile.FromAsync(form, "file", limit, cancellation);
        var document = Text("document");
        return new()
        {
            Who = Recorder.From(form),
            Reason = Text("reason"),
            Office = Text("office"),
            Person = Text("person"),
            Document = document.Length == 0 && sent.File is { } file ? file.File.Name : document,
            Sent = sent,
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

    private SourceDocument? Evidence()
    {
        if (Sent.Fault is { } wrong) throw new DomainException(wrong.Code, wrong.Message);
        if (Document.Length == 0) return null;
        return Sent.File is { } file
            ? file.Named(Document)
            : throw new DomainException("WARNING_EVIDENCE", "写了证据文件的名称，还要选出文件本身，存入地库；没有文件的，请选台账登记作为证据。");
    }

    private long? Number()
    {
        if (Entry.Length == 0) return null;
        return long.TryParse(Entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DomainException("WARNING_EVIDENCE", $"“{Entry}”不是台账登记号。");
    }
}
