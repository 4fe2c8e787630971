using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Huodi.Domain.Codes;

/// <summary>
/// 电子监管号, the national number of one land supply: six digits of division, four of year, one of the letters A, B and C, five
/// digits of serial, and a suffix <c>-N</c> where one number was split: <c>4501262007B00795</c>, <c>3304832007B00137-1</c>.
/// </summary>
public readonly partial record struct SupervisionNumber
{
    private readonly string? _text;

    private SupervisionNumber(string text) => _text = text;

    /// <summary>The division that issued the number.</summary>
    public DivisionCode Division => DivisionCode.Parse(Text[..6]);

    /// <summary>The year of the number.</summary>
    public int Year => int.Parse(Text.AsSpan(6, 4), CultureInfo.InvariantCulture);

    /// <summary>The letter: A, B or C.</summary>
    public char Letter => Text[10];

    /// <summary>The five digits of serial, leading zeros dropped.</summary>
    public int Serial => int.Parse(Text.AsSpan(11, 5), CultureInfo.InvariantCulture);

    /// <summary>The number after the hyphen, or null when there is none.</summary>
    public int? Suffix => Text.Length > 17 ? int.Parse(Text.AsSpan(17), CultureInfo.InvariantCulture) : null;

    private string Text => _text ?? "1000000001A00000";

    /// <summary>Reads a number exactly as written.</summary>
    /// <exception cref="DomainException">SUPERVISION_NUMBER: anything else.</exception>
    public static SupervisionNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new DomainException(
            "SUPERVISION_NUMBER", $"电子监管号应为六位行政区划代码、四位年份、字母 A、B 或 C 和五位顺序号，可带“-序号”，实为“{text}”，请核对原件。");

    /// <summary>Reads a number exactly as written; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SupervisionNumber number)
    {
        var good = text is not null && Form().IsMatch(text);
        number = good ? new(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex(@"\A[1-9][0-9]{5}(?!0000)[0-9]{4}[ABC][0-9]{5}(-[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
