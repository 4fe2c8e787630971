using System.Diagnostics.CodeAnalysis;

namespace Huodi.Domain.Codes;

/// <summary>
/// 不动产单元号, 28 characters (GB/T 37346—2019): the 19 of the 宗地代码, a letter for what stands on the land, eight of serial:
/// <c>340123002004GB00011F00010001</c>, or <c>…W00000000</c> where nothing stands on it.
/// </summary>
public readonly record struct RealEstateUnitNumber
{
    private const int Length = 28;
    private const string Nothing = "W00000000";

    private readonly string? _text;

    private RealEstateUnitNumber(string text) => _text = text;

    /// <summary>The parcel the unit belongs to.</summary>
    public ParcelCode Parcel => ParcelCode.TryParse(Text[..ParcelCode.Length], out var code) ? code : default;

    /// <summary>What stands on the land, in words.</summary>
    public string Fixture => ParcelLetters.Carried.Fixtures[Text[19..20]];

    /// <summary>Eight digits; for buildings four of the building and four of the unit.</summary>
    public string Serial => Text[20..];

    private string Text => _text ?? default(ParcelCode) + Nothing;

    /// <summary>Reads a number, written with or without the blanks between its parts; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RealEstateUnitNumber number)
    {
        var good = Explain(text) is null;
        number = good ? new(Join(text!)) : default; // Explain refuses null
        return good;
    }

    /// <summary>Why a text is no 不动产单元号, in Chinese; null when it is one.</summary>
    public static string? Explain(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "不动产单元号为空";
        var joined = Join(text);
        if (joined.Length != Length) return $"不动产单元号应为 {Length} 位（6+3+3+2+5+1+8），实为 {joined.Length} 位";
        if (ParcelCode.Explain(joined[..ParcelCode.Length]) is { } parcel) return $"前 {ParcelCode.Length} 位不是宗地代码：{parcel}";
        if (!ParcelLetters.Carried.Fixtures.ContainsKey(joined[19..20])) return $"第 20 位“{joined[19]}”应为定着物特征码 F、L、Q 或 W";
        if (!joined.AsSpan(20).ContainsOnlyDigits()) return $"末八位“{joined[20..]}”应为数字";
        return joined[19] == 'W' && joined[19..] != Nothing ? $"无定着物时末九位应为 {Nothing}，实为“{joined[19..]}”" : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Certificates print the number in groups.</summary>
    private static string Join(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
