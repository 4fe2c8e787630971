using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Cases;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;
using Huodi.Web.Hosting;
using Huodi.Web.Ledger;

namespace Huodi.Web.Cases;

/// <summary>The form of a step, word for word as it was filled in.</summary>
public sealed record StepForm
{
    /// <summary>In front of a number, the hidden field that names a document whose file may be sent.</summary>
    public const string MaterialName = "material-";

    /// <summary>In front of the same number, the input of its file.</summary>
    public const string MaterialFile = "file-of-material-";

    public int Place { get; init; }

    public string Step { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string Role { get; init; } = "";

    public string Day { get; init; } = "";

    public string Documents { get; init; } = "";

    public string Ground { get; init; } = "";

    public string Evidence { get; init; } = "";

    public Recorder Who { get; init; } = new("", "");

    /// <summary>The file of the evidence.</summary>
    public SentFile Sent { get; init; } = SentFile.None;

    /// <summary>Files of what is at hand, by the name of the document.</summary>
    public IReadOnlyDictionary<string, SentFile> Materials { get; init; } = new Dictionary<string, SentFile>();

    /// <summary>Further fields by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The form of the next step, with the documents it asks for.</summary>
    public static StepForm Of(NextStep? next, HttpRequest http) => next is null ? new() : new()
    {
        Place = next.Place,
        Step = next.Step.Name,
        Role = next.Step.Roles is [var only] ? only : "",
        Outcome = next.Step.Next is [var one] ? one.Key : "",
        Who = Recorder.From(http),
    };

    /// <summary>What was sent.</summary>
    public static async Task<StepForm> FromAsync(HttpRequest http, DocumentLimit limit, CancellationToken cancellation)
    {
        var form = await http.ReadFormAsync(cancellation);
        var materials = new Dictionary<string, SentFile>(StringComparer.Ordinal);
        foreach (var at in form.Keys.Where(k => k.StartsWith(MaterialName, StringComparison.Ordinal)).Select(k => k[MaterialName.Length..]))
        {
            if (await SentFile.FromAsync(form, MaterialFile + at, limit, cancellation) is var sent && sent != SentFile.None) materials[form[MaterialName + at].ToString()] = sent;
        }

        return new()
        {
            Place = int.TryParse(form["place"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0,
            Step = Text("step"),
            Outcome = Text("outcome"),
            Role = Text("role"),
            Day = Text("day"),
            Documents = Text("documents"),
            Ground = Text("ground"),
            Evidence = Text("document"),
            Sent = await SentFile.FromAsync(form, "file", limit, cancellation),
            Materials = materials,
            Who = Recorder.From(form),
            Fields = form.Keys.Where(k => k.StartsWith(EntryForm.FieldPrefix, StringComparison.Ordinal))
                .ToDictionary(k => k[EntryForm.FieldPrefix.Length..], k => form[k].ToString().Trim(), StringComparer.Ordinal),
        };

        string Text(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Fields of a step, each once.</summary>
    public static IReadOnlyList<string> Asked(ProcedureStep step) => [.. step.Fields.Concat(step.FieldsWhen.Select(f => f.Value)).Distinct(StringComparer.Ordinal)];

    /// <summary>What it asks to record.</summary>
    /// <param name="number">案件编号.</param>
    /// <param name="day">The day it names.</param>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="store">Keeps its files.</param>
    /// <exception cref="Domain.DomainException">A text is empty, too long or not plain.</exception>
    public StepRequest ToRequest(string number, DateOnly day, FactDictionary dictionary, IDocumentStore store)
    {
        var fields = new JsonObject();
        foreach (var (name, text) in Fields)
        {
            if (dictionary.Find(name) is { } fact) fields[name] = FieldText.Read(text, fact);
        }

        var documents = Documents.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Union(Materials.Keys, StringComparer.Ordinal)
            .Select(d => Materials.GetValueOrDefault(d)?.File?.Named(d) ?? new SourceDocument(d)).ToList();
        var done = new CaseEvent(day, Step, Outcome, Role, [.. documents.Select(d => d.Name)], Ground);
        return new(number, done, documents, fields, Who.Signature, Sent.File?.Named(Evidence) ?? new(Evidence), Place) { Files = new(store, [.. Sent.Files, .. Materials.Values.SelectMany(m => m.Files)]) };
    }

    /// <summary>All that stands against the form, with what is wrong with its files.</summary>
    public IReadOnlyList<EntryFault> With(IReadOnlyList<EntryFault> faults) =>
        Materials.Values.Prepend(Sent).Aggregate<SentFile, IReadOnlyList<EntryFault>>([.. faults, .. FileFaults], (all, sent) => (sent with { Fault = null }).With(all));

    /// <summary>What is wrong with its files.</summary>
    public IEnumerable<EntryFault> FileFaults => Materials.Values.Prepend(Sent).Select(s => s.Fault).OfType<EntryFault>();
}
