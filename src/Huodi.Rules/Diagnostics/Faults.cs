namespace Huodi.Rules;

/// <summary>Every mistake that reading a text can report, worded in one place.</summary>
internal static partial class Faults
{
    public static Diagnostic Expected(TextSpan span, string what) => Error("FEEL001", span, $"此处应为 {what}", null);

    public static Diagnostic ExpectedAtEnd(TextSpan span, string what) => Error("FEEL001", span, $"表达式没有写完，还缺 {what}", null);

    public static Diagnostic Trailing(TextSpan span, string rest, string before) => Error(
        "FEEL002", span, $"表达式在此已结束，后面的“{Short(rest)}”是多余的", before.Length > 0 ? before : null);

    public static Diagnostic ForeignSign(TextSpan span, string sign, string remedy) =>
        Error("FEEL018", span, $"FEEL 里没有“{sign}”，应写作 {remedy}", remedy);

    public static Diagnostic FullWidth(TextSpan span, char c, string replacement, string corrected) =>
        Error("FEEL003", span, $"“{c}”是全角或排版符号，应写作 {(replacement == " " ? "半角空格" : replacement)}", corrected);

    public static Diagnostic ChineseUnit(TextSpan span, string digits, char unit, long power) =>
        Error("FEEL004", span, $"数字后面不能写“{unit}”", $"{digits} * {power}");

    public static Diagnostic Percent(TextSpan span, string written, string? scaled) =>
        Error("FEEL005", span, $"FEEL 没有百分号：“{written}”应写成小数", scaled);

    public static Diagnostic AfterNumber(TextSpan span, string digits, string word) =>
        Error("FEEL004", span, $"数字 {digits} 后面不能直接跟“{word}”：单位写在列标题或参数里，相乘要写 *", null);

    public static Diagnostic TooLong(TextSpan span, int limit) => Error("FEEL006", span, $"文本超过 {limit} 个字符", null);

    public static Diagnostic TooDeep(TextSpan span, int limit) => Error("FEEL006", span, $"嵌套超过 {limit} 层", "拆成几个有名称的决策");

    public static Diagnostic TooManyRules(int count, int limit) =>
        Error("FEEL006", default, $"决策表有 {count} 条规则，超过 {limit} 条", null);

    public static Diagnostic Ambiguous(TextSpan span, string name, string operation) => Error(
        "FEEL007", span, $"“{name}”有两种读法：名称“{name}”，或运算“{operation}”", $"改名，或把运算写成 {operation}");

    public static Diagnostic OpenString(TextSpan span) => Error("FEEL008", span, "字符串缺少结束的引号", "\"");

    public static Diagnostic NumberTooLarge(TextSpan span, string digits) => Error("FEEL009", span, $"数 {digits} 超出 28 位有效数字的范围", null);

    public static Diagnostic UnknownType(TextSpan span, string name) => Error("FEEL015", span, $"没有名为“{name}”的类型", null);

    private static Diagnostic Error(string code, TextSpan span, string message, string? suggestion) =>
        new(code, Severity.Error, span, message, suggestion);

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
