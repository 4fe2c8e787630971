using System.Text;

namespace Huodi.Domain.Measures;

/// <summary>
/// An amount of money in capital numerals, as documents that must not be altered write it: 陆拾万元整, 壹佰零贰元叁角肆分.
/// The rules are those of 《正确填写票据和结算凭证的基本规定》 (中国人民银行): 零 stands once for skipped places, 整 ends an amount without 分.
/// </summary>
public static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly (int Weight, string Name)[] Places = [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")];
    private static readonly (long Weight, string Name)[] Groups = [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")];

    /// <summary>The amount, rounded to 分.</summary>
    /// <param name="amount">元; less than ten thousand million million.</param>
    /// <exception cref="DomainException">MONEY_OVERFLOW: more digits than have a name.</exception>
    public static string Of(Money amount)
    {
        var yuan = amount.RoundToCents().Yuan;
        if (Math.Abs(yuan) >= 1_0000_0000_0000_0000m) throw new DomainException("MONEY_OVERFLOW", $"金额 {yuan} 元太大，没有大写写法。");

        var whole = decimal.Truncate(Math.Abs(yuan));
        var cents = (int)((Math.Abs(yuan) - whole) * 100);
        var text = new StringBuilder(yuan < 0 ? "负" : "");
        if (whole > 0) _ = text.Append(Whole((long)whole)).Append('元');
        if (cents == 0) return text.Append(whole == 0 ? "零元整" : "整").ToString();

        var (jiao, fen) = (cents / 10, cents % 10);
        if (jiao > 0) _ = text.Append(Digits[jiao]).Append('角');
        else if (whole > 0) _ = text.Append('零');
        return text.Append(fen > 0 ? $"{Digits[fen]}分" : "整").ToString();
    }

    private static string Whole(long number)
    {
        var text = new StringBuilder();
        var skipped = false;
        foreach (var (weight, name) in Groups)
        {
            var four = (int)(number / weight % 10_000);
            // A group that begins with a nought, or was left out, is joined by 零.
            if (four == 0)
            {
                skipped = text.Length > 0;
                continue;
            }

            if (text.Length > 0 && (skipped || four < 1000)) _ = text.Append('零');
            _ = text.Append(Four(four)).Append(name);
            skipped = false;
        }

        return text.ToString();
    }

    private static string Four(int number)
    {
        var text = new StringBuilder();
        var skipped = false;
        foreach (var (weight, name) in Places)
        {
            var digit = number / weight % 10;
            if (digit == 0)
            {
                skipped = text.Length > 0;
                continue;
            }

            if (skipped) _ = text.Append('零');
            _ = text.Append(Digits[digit]).Append(name);
            skipped = false;
        }

        return text.ToString();
    }
}
