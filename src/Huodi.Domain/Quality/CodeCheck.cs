using System.Text.Json;
using Huodi.Domain.Codes;
using Huodi.Domain.Parcels;

namespace Huodi.Domain.Quality;

/// <summary>Checks the codes among a parcel's facts by their form, and against each other. Nothing is looked up in a register.</summary>
public static class CodeCheck
{
    /// <summary>Everything found, or an empty list.</summary>
    public static IReadOnlyList<QualityFinding> Check(Parcel parcel)
    {
        var found = new List<QualityFinding>();
        var code = ParcelCodeOf(parcel, found);
        if (Text(parcel, "不动产单元号") is { } unit) Unit(unit, code, found);
        if (Text(parcel, "电子监管号") is { } supervision && !SupervisionNumber.TryParse(supervision, out _))
        {
            Add(CodeKinds.SupervisionForm, $"电子监管号“{supervision}”应为六位行政区划代码、四位年份、字母 A、B 或 C 和五位顺序号，可带“-序号”。");
        }

        if (Text(parcel, "统一社会信用代码") is { } credit) Credit(credit, found);
        if (Text(parcel, "行政区划代码") is { } division && !DivisionCode.TryParse(division, out _))
        {
            Add(CodeKinds.DivisionForm, $"行政区划代码“{division}”应为六位数字。");
        }

        if (Text(parcel, "用地用海分类代码") is { } landUse && LandUseCheck.Check(landUse, Text(parcel, "用地用海分类版本")) is { } doubt) found.Add(doubt);
        return found;

        void Add(QualityKind kind, string message) => found.Add(new(kind, message, null, []));
    }

    /// <summary>The parcel code: the fact, or the parcel's id where it has the length of one.</summary>
    private static ParcelCode? ParcelCodeOf(Parcel parcel, List<QualityFinding> found)
    {
        var text = Text(parcel, "宗地代码") ?? (parcel.Id.Length == ParcelCode.Length ? parcel.Id : null);
        if (text is null)
        {
            found.Add(new(CodeKinds.ParcelMissing, "没有宗地代码。", null, []));
            return null;
        }

        if (!ParcelCode.TryParse(text, out var code))
        {
            found.Add(new(CodeKinds.ParcelForm, $"宗地代码“{text}”有误：{ParcelCode.Explain(text)}。", null, []));
            return null;
        }

        if (code.Right is null) found.Add(new(CodeKinds.ParcelLetter, $"宗地代码“{text}”的使用权类型“{text[13]}”不在字母表中。", null, []));
        if (!parcel.Division.Contains(code.Division))
        {
            found.Add(new(CodeKinds.ParcelDivision, $"宗地代码“{text}”的区划 {code.Division} 与宗地所在区划 {parcel.Division} 不符。", null, []));
        }

        return code;
    }

    private static void Unit(string text, ParcelCode? parcel, List<QualityFinding> found)
    {
        if (!RealEstateUnitNumber.TryParse(text, out var unit))
        {
            found.Add(new(CodeKinds.UnitForm, $"不动产单元号“{text}”有误：{RealEstateUnitNumber.Explain(text)}。", null, []));
        }
        else if (parcel is { } code && unit.Parcel != code)
        {
            found.Add(new(CodeKinds.UnitParcel, $"不动产单元号“{text}”前 19 位与宗地代码“{code}”不符。", null, []));
        }
    }

    private static void Credit(string text, List<QualityFinding> found)
    {
        if (!SocialCreditCode.TryParse(text, out var code))
        {
            found.Add(new(CodeKinds.CreditForm, $"统一社会信用代码“{text}”有误：{SocialCreditCode.Explain(text)}。", null, []));
        }
        else if (!code.HasGoodCheck)
        {
            found.Add(new(CodeKinds.CreditCheck, $"统一社会信用代码“{text}”的校验码为“{text[^1]}”，按 GB 32100 应为“{code.ExpectedCheck}”。", null, []));
        }
    }

    private static string? Text(Parcel parcel, string fact) =>
        parcel.Facts.Find(fact)?.Value is { } value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;
}
