namespace Huodi.Rules;

internal static partial class Faults
{
    public static Diagnostic UnknownName(TextSpan span, string name, string? nearest, bool strict) => new(
        "FEEL010", strict ? Severity.Error : Severity.Warning, span, $"没有名为“{name}”的事实、参数或决策", nearest);

    public static Diagnostic UnquotedText(TextSpan span, string name) =>
        Error("FEEL010", span, $"没有名为“{name}”的事实、参数或决策；文字要加英文引号", StringValue.Quote(name));

    public static Diagnostic UnknownFunction(TextSpan span, string name, string? nearest) =>
        Error("FEEL011", span, $"没有名为“{name}”的函数", nearest);

    public static Diagnostic WrongType(TextSpan span, string place, FeelType wanted, FeelType found) =>
        Error("FEEL012", span, $"{place}应为 {wanted}，这里是 {found}", null);

    public static Diagnostic NoOperation(TextSpan span, string op, FeelType left, FeelType right) =>
        Error("FEEL012", span, $"{left} {op} {right} 没有定义", null);

    public static Diagnostic NotComparable(TextSpan span, string op, FeelType left, FeelType right) =>
        Error("FEEL012", span, $"{left} 与 {right} 不能用 {op} 比较", null);

    public static Diagnostic Clock(TextSpan span, string function) =>
        Error("FEEL017", span, $"{function}() 读机器的时钟，同一问题会得出不同答案", "把日期作为事实或参数传入");

    public static Diagnostic WrongArguments(TextSpan span, string function, string signatures) =>
        Error("FEEL013", span, $"{function} 的参数不符", signatures);

    public static Diagnostic UnknownField(TextSpan span, string name, FeelType type, string? nearest) =>
        Error("FEEL014", span, $"{type} 没有“{name}”", nearest);

    public static Diagnostic BadTemporal(TextSpan span, string text) =>
        Error("FEEL016", span, $"“{text}”不是日期、时间或时段", "@\"2026-01-31\"、@\"08:30:00\"、@\"P30D\"、@\"P1Y6M\"");

    public static Diagnostic CellCount(TextSpan span, int rule, string what, int found, int wanted) =>
        Error("FEEL020", span, $"规则 {rule} 有 {found} 个{what}单元格，应为 {wanted} 个", null);

    public static Diagnostic ScaledCell(TextSpan span) =>
        Error("FEEL021", span, "带单位换算的列里只能写数字", null);

    public static Diagnostic NoOutputs(string table) => Error("FEEL022", default, $"{table}没有输出列", null);
}
