using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Quality;

namespace Huodi.App.Filing;

/// <summary>Brings subjects into a delivery schema. What does not fit is left empty and reported; nothing is cut short.</summary>
/// <param name="profile">The schema.</param>
/// <param name="encoding">The Shapefile's encoding, in which lengths of texts count.</param>
/// <param name="districts">Names of districts by code.</param>
public sealed class FilingRows(FilingProfile profile, Encoding encoding, IReadOnlyDictionary<string, string> districts)
{
    private int _number;

    /// <summary>The row of the next subject, and what was found while making it.</summary>
    public (FilingRow Row, IReadOnlyList<ParcelFinding> Findings) Next(FilingSubject subject)
    {
        _number++;
        var found = new List<ParcelFinding>();
        if (subject.Shape is null) Add(FilingKinds.NoShape, "没有图形，只在表格中列出。");
        return (new(subject, [.. profile.Fields.Select(Value)]), found);

        object? Value(FilingField field)
        {
            var raw = field.Fact is { } fact ? OfFact(field, subject.Facts.Find(fact)?.Value) : Attribute(field, subject);
            if (raw is null && field.IsRequired) Add(FilingKinds.Required, $"没有“{field.Name}”。");
            if (raw is null) return null;
            if (raw is JsonNode) return Wrong(FilingKinds.Type, $"“{field.Name}”应为{Word(field.Kind)}。");
            if (raw is string text && field.Allowed.Count > 0 && !field.Allowed.Contains(text)) Add(FilingKinds.CodeList, $"“{field.Name}”的值“{text}”不在代码表中。");
            return Fits(field, raw) ? raw : Wrong(FilingKinds.TooLong, $"“{field.Name}”的值“{raw}”超过 {field.Length} 位。");
        }

        object? Wrong(QualityKind kind, string message)
        {
            Add(kind, message);
            return null;
        }

        void Add(QualityKind kind, string message) => found.Add(new(subject.Id, null, new(kind, message, null, [])));
    }

    private static string Word(FilingFieldKind kind) => kind switch
    {
        FilingFieldKind.Number => "数",
        FilingFieldKind.Date => "日期",
        FilingFieldKind.Boolean => "是否",
        _ => "文字",
    };

    /// <summary>The fact in the field's type; the fact itself where it has another.</summary>
    private static object? OfFact(FilingField field, JsonNode? fact) => (field.Kind, fact?.GetValueKind()) switch
    {
        (_, null or JsonValueKind.Null) => null,
        (FilingFieldKind.Text, JsonValueKind.String) => fact.GetValue<string>(),
        (FilingFieldKind.Number, JsonValueKind.Number) when Number(fact) is { } number => Rounded(field, number),
        (FilingFieldKind.Date, JsonValueKind.String) when Date(fact.GetValue<string>()) is { } date => date,
        (FilingFieldKind.Boolean, JsonValueKind.True) => true,
        (FilingFieldKind.Boolean, JsonValueKind.False) => false,
        _ => fact,
    };

    private static decimal? Number(JsonNode fact) =>
        decimal.TryParse(fact.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static decimal Rounded(FilingField field, decimal number) =>
        Math.Round(number * field.Factor, field.Decimals, MidpointRounding.AwayFromZero);

    private object? Attribute(FilingField field, FilingSubject subject) => field.Attribute switch
    {
        FilingAttribute.Id => subject.Id,
        FilingAttribute.Name => subject.Name,
        FilingAttribute.Division => subject.Division.Digits,
        FilingAttribute.DivisionName => districts.GetValueOrDefault(subject.Division.Digits),
        FilingAttribute.Category => subject.Category,
        FilingAttribute.Number => (decimal)_number,
        FilingAttribute.MeasuredArea => subject.Shape is { } shape ? Rounded(field, EllipsoidalArea.Measure(shape).SquareMetres) : null,
        _ => null,
    };

    private bool Fits(FilingField field, object value) => value switch
    {
        string text => encoding.GetByteCount(text) <= field.Length,
        decimal number => number.ToString("F" + field.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Length <= field.Length,
        _ => true,
    };
}
