using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.App.Ledger;

/// <summary>Where the subject of a ledger lies, which decides whose policies govern it.</summary>
public static class SubjectPlace
{
    /// <summary>The fact that tells.</summary>
    public const string Fact = "行政区划代码";
    private const int CodeLength = 6;

    /// <summary>By the fact; else by the first six digits of a 电子监管号; null when neither tells.</summary>
    public static DivisionCode? Of(LedgerSubject subject, SubjectProjection ledger) =>
        ledger.Find(Fact)?.Text() is { } known && DivisionCode.TryParse(known, out var code) ? code : OfNumber(subject);

    /// <summary>By the fact; else by the first six digits of a 电子监管号; null when neither tells.</summary>
    public static DivisionCode? Of(LedgerSubject subject, JsonObject facts)
    {
        if (facts[Fact] is JsonValue known && DivisionCode.TryParse(known.ToString(), out var code)) return code;
        return OfNumber(subject);
    }

    /// <summary>Puts the place among the facts where only the number of the subject tells it, so that rules of the place are not overlooked.</summary>
    public static DivisionCode? AddTo(JsonObject facts, LedgerSubject subject)
    {
        var place = Of(subject, facts);
        if (facts[Fact] is null && place is { } known) facts[Fact] = known.ToString();
        return place;
    }

    private static DivisionCode? OfNumber(LedgerSubject subject) =>
        subject.Kind == LedgerSubjectKind.Grant && subject.Id.Length > CodeLength && DivisionCode.TryParse(subject.Id[..CodeLength], out var own) ? own : null;
}
