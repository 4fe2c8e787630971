using System.Diagnostics.CodeAnalysis;

namespace Huodi.Domain.Codes;

/// <summary>
/// 宗地代码, 19 characters (GB/T 37346—2019; TD/T 1001—2012): six of division, three of cadastral area, three of sub-area, a letter of
/// ownership, a letter of right, five of serial: <c>340123002004GB00011</c>.
/// </summary>
public readonly record struct ParcelCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 19;

    private readonly string? _text;

    private ParcelCode(string text) => _text = text;

    /// <summary>The county.</summary>
    public DivisionCode Division => DivisionCode.Parse(Text[..6]);

    /// <summary>地籍区, three digits.</summary>
    public string CadastralArea => Text[6..9];

    /// <summary>地籍子区, three digits.</summary>
    public string CadastralSubarea => Text[9..12];

    /// <summary>宗地特征码: owner and right, for example GB.</summary>
    public string Feature => Text[12..14];

    /// <summary>Who owns the land, in words.</summary>
    public string Owner => ParcelLetters.Carried.Owners[Text[12..13]];

    /// <summary>Which right the parcel is of, in words; null for a letter that the list does not hold.</summary>
    public string? Right => ParcelLetters.Carried.Rights.GetValueOrDefault(Text[13..14]);

    /// <summary>Five digits of serial.</summary>
    public string Serial => Text[14..];

    private string Text => _text ?? "100000000000GB00000";

    /// <summary>Reads a code exactly as written; false for anything else, and <see cref="Explain"/> says why.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ParcelCode code)
    {
        var good = Explain(text) is null;
        code = good ? new(text!) : default; // Explain refuses null
        return good;
    }

    /// <summary>Why a text is no 宗地代码, in Chinese; null when it is one.</summary>
    public static string? Explain(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "宗地代码为空";
        if (text.Length != Length) return $"宗地代码应为 {Length} 位，实为 {text.Length} 位";
        if (!DivisionCode.TryParse(text[..6], out _)) return $"前六位“{text[..6]}”不是行政区划代码";
        if (!text.AsSpan(6, 6).ContainsOnlyDigits()) return $"第 7 至 12 位“{text[6..12]}”应为地籍区、地籍子区的六位数字";
        if (!ParcelLetters.Carried.Owners.ContainsKey(text[12..13])) return $"第 13 位“{text[12]}”应为所有权类型 G、J 或 Z";
        if (!char.IsAsciiLetterUpper(text[13])) return $"第 14 位“{text[13]}”应为使用权类型的大写字母";
        return text.AsSpan(14).ContainsOnlyDigits() ? null : $"末五位“{text[14..]}”应为数字顺序号";
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
