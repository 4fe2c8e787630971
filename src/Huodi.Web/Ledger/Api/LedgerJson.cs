using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Damages;
using Huodi.App.Ledger.Readings;
using Huodi.App.Ledger.States;
using Huodi.Domain.Clocks;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Payments;
using Huodi.Policies.Answers;

namespace Huodi.Web.Ledger.Api;

/// <summary>The ledger as JSON. Money is 元, days are 2026-03-01, what is not known is null.</summary>
internal static class LedgerJson
{
    public static JsonObject Entry(LedgerEntry entry) => new()
    {
        ["number"] = entry.Number,
        ["subject"] = entry.Subject.ToString(),
        ["kind"] = entry.Kind,
        ["happened"] = Day(entry.Happened),
        ["recordedAt"] = LedgerRow.Moment(entry.Recorded),
        ["by"] = entry.Draft.By,
        ["document"] = new JsonObject { ["name"] = entry.Draft.Document.Name, ["sha256"] = entry.Draft.Document.Hash },
        ["fields"] = entry.Draft.Payload.Fields(),
        ["supersedes"] = entry.Draft.Supersedes is { } old ? new JsonObject { ["number"] = old.Number, ["reason"] = old.Reason } : null,
        ["hash"] = entry.Hash,
    };

    public static JsonObject Reading(SubjectReading reading) => new()
    {
        ["subject"] = reading.Subject.ToString(),
        ["asOf"] = Day(reading.Dates.AsOf),
        ["lawAsOf"] = Day(reading.Dates.LawAsOf),
        ["knownAsOf"] = reading.Dates.KnownAsOf is { } known ? LedgerRow.Moment(known) : null,
        ["entries"] = List(reading.Entries, e => Superseded(e, reading)),
        ["facts"] = List(reading.Facts.Facts.Values, f => new JsonObject
        {
            ["name"] = f.Name, ["value"] = f.Value.DeepClone(), ["entries"] = List(f.Entries.Select(e => e.Number).Distinct(), n => JsonValue.Create(n)),
        }),
        ["problems"] = List(reading.Facts.Problems, p => new JsonObject
        {
            ["code"] = p.Code, ["fact"] = p.Fact, ["entries"] = List(p.Entries, n => JsonValue.Create(n)), ["message"] = p.Message,
        }),
        ["headline"] = reading.State.Headline,
        ["development"] = State(reading.State.Development),
        ["findings"] = List(reading.State.Findings, State),
        ["clocks"] = List(reading.Clocks, Clock),
        ["money"] = new JsonObject { ["price"] = reading.Payments is { } account ? Account(account, reading.Dates.AsOf) : null, ["damages"] = List(reading.Damages, Damages) },
    };

    public static JsonObject Changes(ReadingChanges changes) => new()
    {
        ["facts"] = List(changes.Facts, c => Change(c, f => f.Value.DeepClone())),
        ["clocks"] = List(changes.Clocks, c => Change(c, Clock)),
        ["states"] = List(changes.States, c => Change(c, State)),
        ["problems"] = List(changes.Problems, p => new JsonObject { ["code"] = p.Code, ["fact"] = p.Fact, ["message"] = p.Message }),
    };

    public static JsonArray Faults(IEnumerable<EntryFault> faults) => List(faults, f => new JsonObject
    {
        ["code"] = f.Code, ["field"] = f.Field, ["message"] = f.Message, ["suggestion"] = f.Suggestion,
    });

    private static JsonObject Superseded(LedgerEntry entry, SubjectReading reading)
    {
        var json = Entry(entry);
        json["supersededBy"] = reading.Superseding.TryGetValue(entry.Number, out var by) ? by.Number : null;
        return json;
    }

    private static JsonObject State(DerivedState state) => new()
    {
        ["name"] = state.Name,
        ["holds"] = state.Holds,
        ["candidates"] = Texts(state.Candidates),
        ["missing"] = Texts(state.Missing),
        ["reasons"] = List(state.Reasons, r => new JsonObject { ["text"] = r.Text, ["entries"] = List(r.Entries, n => JsonValue.Create(n)), ["decision"] = r.Article }),
    };

    private static JsonObject Clock(ClockReading clock) => new()
    {
        ["rule"] = clock.Rule,
        ["name"] = clock.Name,
        ["due"] = Day(clock.Due),
        ["done"] = Day(clock.Done),
        ["status"] = clock.Status,
        ["daysLeft"] = clock.DaysLeft,
        ["warning"] = clock.Warning,
        ["missing"] = Texts(clock.Missing),
        ["office"] = clock.Office,
        ["articles"] = Texts(clock.Articles),
        ["note"] = clock.Note,
    };

    private static JsonObject Account(PaymentAccount account, DateOnly asOf) => new()
    {
        ["paid"] = account.Paid,
        ["surplus"] = account.Surplus,
        ["instalments"] = List(account.Instalments, i => new JsonObject
        {
            ["name"] = i.Name,
            ["due"] = Day(i.Due),
            ["amount"] = i.Amount,
            ["outstanding"] = i.Outstanding,
            ["paid"] = List(i.Paid, p => new JsonObject { ["day"] = Day(p.Day), ["amount"] = p.Amount }),
            ["late"] = List(i.Late(asOf), l => new JsonObject { ["from"] = Day(l.From), ["to"] = Day(l.To), ["days"] = l.Days, ["owed"] = l.Owed, ["base"] = l.Base }),
        }),
    };

    private static JsonObject Damages(DamageAccount damages) => new()
    {
        ["name"] = damages.Name,
        ["answer"] = PolicyAnswerJson.ToJson(damages.Answer),
        ["agreed"] = Day(damages.Agreed),
        ["days"] = damages.Reckoning?.Days,
        ["intervals"] = List(damages.Reckoning?.Segments ?? [], s => new JsonObject
        {
            ["from"] = Day(s.From), ["to"] = Day(s.To), ["days"] = s.Days, ["counted"] = s.Kind == SegmentKind.Counted, ["causes"] = Texts(s.Causes),
        }),
    };

    private static JsonObject Change<T>(ReadingChange<T> change, Func<T, JsonNode?> json)
        where T : class => new()
    {
        ["name"] = change.Name, ["before"] = change.Before is null ? null : json(change.Before), ["after"] = change.After is null ? null : json(change.After),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> json) => new([.. items.Select(json)]);

    private static JsonArray Texts(IEnumerable<string> texts) => List(texts, t => JsonValue.Create(t));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
