using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Money;
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
            ["name"] = f.Name,
            ["value"] = f.Value.DeepClone(),
            ["entries"] = List(f.Entries.Select(e => e.Number).Distinct(), n => JsonValue.Create(n)),
        }),
        ["problems"] = List(reading.Facts.Problems, p => new JsonObject
        {
            ["code"] = p.Code,
            ["fact"] = p.Fact,
            ["entries"] = List(p.Entries, n => JsonValue.Create(n)),
            ["message"] = p.Message,
        }),
        ["headline"] = reading.State.Headline,
        ["development"] = State(reading.State.Development),
        ["findings"] = List(reading.State.Findings, State),
        ["clocks"] = List(reading.Clocks, Clock),
        ["money"] = Money(reading.Money),
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
        ["code"] = f.Code,
        ["field"] = f.Field,
        ["message"] = f.Message,
        ["suggestion"] = f.Suggestion,
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

    private static JsonObject Money(Huodi.App.Ledger.Money.SubjectMoney money) => new()
    {
        ["in"] = money.In,
        ["out"] = money.Out,
        ["balanced"] = money.IsBalanced,
        ["accounts"] = List(money.Accounts, Account),
    };

    private static JsonObject Account(MoneyAccount account) => new()
    {
        ["name"] = account.Rule.Name,
        ["owed"] = account.Owed,
        ["owedFrom"] = account.OwedFrom,
        ["outstanding"] = account.Outstanding,
        ["in"] = account.In,
        ["out"] = account.Out,
        ["missing"] = Texts(account.Missing),
        ["notes"] = Texts(account.Notes),
        ["answers"] = List(account.Answers, PolicyAnswerJson.ToJson),
        ["moves"] = List(account.Moves, m => new JsonObject { ["entry"] = m.Entry.Number, ["day"] = Day(m.Entry.Happened), ["amount"] = m.Amount, ["voucher"] = m.Voucher }),
        ["instalments"] = List(account.Plan?.Instalments ?? [], Stage),
        ["stretches"] = List(account.Stretches, s => Stretch(s.Stage, s.Stretch)),
        ["agreed"] = Day(account.Agreed),
        ["days"] = account.Reckoning?.Days,
        ["intervals"] = List(account.Reckoning?.Segments ?? [], Interval),
    };

    private static JsonObject Stage(Instalment stage) => new()
    {
        ["name"] = stage.Name,
        ["due"] = Day(stage.Due),
        ["amount"] = stage.Amount,
        ["outstanding"] = stage.Outstanding,
        ["paid"] = List(stage.Paid, p => new JsonObject { ["day"] = Day(p.Day), ["amount"] = p.Amount }),
    };

    private static JsonObject Stretch(string stage, OwedStretch stretch) => new()
    {
        ["stage"] = stage,
        ["from"] = Day(stretch.From),
        ["to"] = Day(stretch.To),
        ["days"] = stretch.Days,
        ["owed"] = stretch.Owed,
        ["base"] = stretch.Base,
    };

    private static JsonObject Interval(ClockSegment segment) => new()
    {
        ["from"] = Day(segment.From),
        ["to"] = Day(segment.To),
        ["days"] = segment.Days,
        ["counted"] = segment.Kind == SegmentKind.Counted,
        ["causes"] = Texts(segment.Causes),
    };

    private static JsonObject Change<T>(ReadingChange<T> change, Func<T, JsonNode?> json)
        where T : class => new()
        {
            ["name"] = change.Name,
            ["before"] = change.Before is null ? null : json(change.Before),
            ["after"] = change.After is null ? null : json(change.After),
        };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> json) => new([.. items.Select(json)]);

    private static JsonArray Texts(IEnumerable<string> texts) => List(texts, t => JsonValue.Create(t));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
