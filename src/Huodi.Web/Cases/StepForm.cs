using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Cases;
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
    public int Place { get; init; }

    public string Step { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string Role { get; init; } = "";

    public string Day { get; init; } = "";

    public string Documents { get; init; } = "";

    public string Ground { get; init; } = "";

    public string Evidence { get; init; } = "";

    public Recorder Who { get; init; } = new("", "");

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
    public static async Task<StepForm> FromAsync(HttpRequest http, CancellationToken cancellation)
    {
        var form = await http.ReadFormAsync(cancellation);
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
    /// <exception cref="Domain.DomainException">A text is empty, too long or not plain.</exception>
    public StepRequest ToRequest(string number, DateOnly day, FactDictionary dictionary)
    {
        var fields = new JsonObject();
        foreach (var (name, text) in Fields)
        {
            if (dictionary.Find(name) is { } fact) fields[name] = FieldText.Read(text, fact);
        }

        List<SourceDocument> documents = [.. Documents.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(d => new SourceDocument(d))];
        var done = new CaseEvent(day, Step, Outcome, Role, [.. documents.Select(d => d.Name)], Ground);
        return new(number, done, documents, fields, Who.Signature, new(Evidence), Place);
    }
}
