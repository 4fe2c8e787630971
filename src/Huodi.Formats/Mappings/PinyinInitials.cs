using System.Text;
using Huodi.Formats.Files;

namespace Huodi.Formats.Mappings;

/// <summary>
/// Pinyin initials of a Chinese name, as land databases abbreviate their columns: 宗地面积 → ZDMJ. GB/T 2312—1980 lists its 3,755
/// first-level characters in the order of their pinyin, so the code tells the initial; a character with several readings stands at one
/// of them, and one outside the first level has none.
/// </summary>
internal static class PinyinInitials
{
    // First character of each initial in GB/T 2312: 啊 芭 擦 搭 蛾 发 噶 哈 击 喀 垃 妈 拿 哦 啪 期 然 撒 塌 挖 昔 压 匝.
    private static readonly int[] Starts =
    [
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
        0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
    ];

    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";
    private const int LastOfFirstLevel = 0xD7F9;

    /// <summary>The initials in capitals; null when a character has none. Latin letters and digits stay, brackets and what is in them go.</summary>
    public static string? Of(string name)
    {
        var initials = new StringBuilder(name.Length);
        foreach (var c in name.Split('（', '(')[0])
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                _ = initials.Append(char.ToUpperInvariant(c));
                continue;
            }

            var bytes = FileProbe.Chinese.GetBytes([c]);
            var code = bytes.Length == 2 ? (bytes[0] << 8) | bytes[1] : 0;
            if (code < Starts[0] || code > LastOfFirstLevel) return null;
            var at = Array.BinarySearch(Starts, code);
            _ = initials.Append(Letters[at >= 0 ? at : ~at - 1]);
        }

        return initials.Length >= 2 ? initials.ToString() : null;
    }
}
