using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>Ledgers by chance: entries of every kind with fields of their types, several on one day, corrections, withdrawals, intervals that do
/// not match, kinds that nobody declared.</summary>
internal sealed class RandomLedger(LedgerKinds kinds, FactDictionary dictionary, int seed)
{
    public static readonly DateOnly Last = new(2026, 12, 31);
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Divisions = ["210211", "340111", "370202", "650102", "110101"];

    private readonly Random _random = new(seed);
    private TimeSpan _now;

    public DateOnly Day() => new DateOnly(2023, 6, 1).AddDays(_random.Next(1300));

    /// <summary>A moment between the first entry and the last.</summary>
    public DateTimeOffset Moment() => Begin + (_now * _random.NextDouble());

    public async Task<InMemoryLedger> WriteAsync(int subjects)
    {
        var ledger = new InMemoryLedger(new MovingClock(this));
        var written = new List<LedgerEntry>();
        for (var i = 0; i < subjects * 15; i++)
        {
            _now += TimeSpan.FromHours(_random.Next(1, 40));
            var draft = written.Count > 0 && _random.Next(8) == 0 ? Correction(written[_random.Next(written.Count)]) : Draft(Subject(_random.Next(subjects)));
            var appended = (await ledger.AppendAsync([draft], default))[0];
            if (appended.IsNew) written.Add(appended.Entry);
        }

        return ledger;
    }

    private static LedgerSubject Subject(int number) => number % 4 == 0
        ? new(LedgerSubjectKind.Parcel, $"P{number:000}") : new(LedgerSubjectKind.Grant, $"{Divisions[number % Divisions.Length]}2024B{number:00000}");

    private LedgerDraft Draft(LedgerSubject subject)
    {
        var fitting = kinds.All.Where(k => k.Subjects.Contains(subject.Kind)).ToList();
        // What most clocks begin with comes more often.
        var kind = _random.Next(3) == 0 ? fitting.Find(k => k.English is "supply" or "payment-plan" or "start" or "idle-finding") ?? fitting[0] : fitting[_random.Next(fitting.Count)];
        if (_random.Next(3) == 0) kind = kinds.Find(_random.Next(4) switch { 0 => "payment", 1 => "payment-plan", 2 => "seizure", _ => "start" })!; // Declared kinds.
        return new(subject, _random.Next(60) == 0 ? "not-declared" : kind.English, Day(), "登记员", new($"文件 {_random.Next(1000)}"), LedgerPayload.Of(Fields(kind)));
    }

    private LedgerDraft Correction(LedgerEntry old)
    {
        var isWithdrawn = _random.Next(4) == 0;
        var kind = kinds.Find(old.Kind);
        var fields = isWithdrawn || kind is null ? [] : _random.Next(2) == 0 ? old.Draft.Payload.Fields() : Fields(kind);
        return new(
            old.Subject, isWithdrawn ? EffectiveEntries.Withdrawal : old.Kind, _random.Next(2) == 0 ? old.Happened : Day(), "登记员", new("更正"), LedgerPayload.Of(fields),
            new(old.Number, "写错"));
    }

    private JsonObject Fields(LedgerKind kind)
    {
        var fields = new JsonObject();
        foreach (var field in kind.Fields.Where(f => f.IsRequired || _random.Next(3) > 0))
        {
            if (Value(dictionary.Find(field.Name)!) is { } value) fields[field.Name] = value; // Fields are in the dictionary.
        }

        return fields;
    }

    private JsonNode? Value(FactDefinition fact) => fact.Name is "事项编号" or "付款期次" ? JsonValue.Create($"第{_random.Next(1, 4)}号") : fact.Name == "行政区划代码"
        ? JsonValue.Create(Divisions[_random.Next(Divisions.Length)]) : fact.Type switch
        {
            "number" => JsonNode.Parse(_random.Next(3) switch { 0 => $"{_random.Next(1, 40)}", 1 => $"{_random.Next(1, 4)}00.00", _ => $"{_random.Next(100000)}.{_random.Next(10)}" }),
            "boolean" => JsonValue.Create(_random.Next(2) == 0),
            "date" => JsonValue.Create(Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "string" => JsonValue.Create(fact.Allowed.Count > 0 ? fact.Allowed[_random.Next(fact.Allowed.Count)] : $"“文字”\\𠮷{_random.Next(3)}"),
            _ => null,
        };

    private sealed class MovingClock(RandomLedger ledger) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Begin + ledger._now;
    }
}
