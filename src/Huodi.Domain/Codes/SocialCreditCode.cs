using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Huodi.Domain.Codes;

/// <summary>
/// 统一社会信用代码, 18 characters (GB 32100—2015): registering department, kind, six of division, nine of organisation, a check
/// character. Genuine codes issued early are known whose check character does not hold, so a wrong one is no reason to refuse.
/// </summary>
public readonly record struct SocialCreditCode
{
    private const int Length = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private readonly string? _text;

    private SocialCreditCode(string text) => _text = text;

    /// <summary>Whether the last character is the one GB 32100 computes.</summary>
    public bool HasGoodCheck => Text[^1] == Check(Text);

    /// <summary>The character GB 32100 computes for the first seventeen.</summary>
    public char ExpectedCheck => Check(Text);

    private string Text => _text ?? "100000000000000000";

    /// <summary>Reads a code by its form; its check character is not held against it. False for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SocialCreditCode code)
    {
        var good = Explain(text) is null;
        code = good ? new(text!) : default; // Explain refuses null
        return good;
    }

    /// <summary>Why a text has not the form of a code, in Chinese; null when it has.</summary>
    public static string? Explain(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "统一社会信用代码为空";
        if (text.Length != Length) return $"统一社会信用代码应为 {Length} 位，实为 {text.Length} 位";
        var wrong = text.AsSpan().IndexOfAnyExcept(Allowed);
        if (wrong >= 0) return $"第 {wrong + 1} 位“{text[wrong]}”不是数字或大写字母（不用 I、O、S、V、Z）";
        return text.AsSpan(2, 6).ContainsOnlyDigits() ? null : $"第 3 至 8 位“{text[2..8]}”应为登记管理机关的行政区划代码";
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static char Check(string text)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Alphabet.IndexOf(text[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
