namespace Huodi.Rules.Tests.Columnar;

/// <summary>Random FEEL texts over <see cref="RandomBatch.Scope"/>, most of which have a columnar form.</summary>
internal sealed class RandomExpressions(Random random)
{
    public string Any(int size) => random.Next(6) switch
    {
        0 or 1 => Truth(size),
        2 => Text(size),
        3 => Day(size),
        _ => Number(size),
    };

    public string Number(int size) => size <= 0
        ? Pick("a", "b", "面积", "0", "2", "100", "-3", "0.25", "7.125", "9007199254740993", "12345678901234567890123.45", "s.length", "a")
            .Replace("s.length", "string length(s)", StringComparison.Ordinal)
        : random.Next(9) switch
        {
            0 or 1 or 2 => $"({Number(size / 2)} {Pick("+", "-", "*")} {Number(size / 2)})",
            3 => $"({Number(size / 2)} / {Pick("100", "4", "0.05", "3", "a", "(b - b)")})",
            4 or 5 => $"(if {Truth(size / 2)} then {Number(size / 2)} else {Number(size / 2)})",
            6 => $"-({Number(size / 2)})",
            7 when random.Next(4) == 0 => $"abs({Number(size / 2)})",
            _ => Number(0),
        };

    public string Truth(int size) => size <= 0
        ? Pick("p", "q", "true", "false", "s = \"甲\"", "s != t", "d >= date(\"2024-01-03\")", "p = true", "q != true")
        : random.Next(8) switch
        {
            0 => $"({Truth(size / 2)} {Pick("and", "or")} {Truth(size / 2)})",
            1 or 2 => $"({Number(size / 2)} {Pick("<", "<=", ">", ">=", "=", "!=")} {Number(size / 2)})",
            3 => $"not({Truth(size / 2)})",
            4 => $"({Number(size / 2)} between {Number(0)} and {Number(0)})",
            5 => $"({Number(size / 2)} in ({Pick("< 5", "[1..3)", "(2..100]", "2, 100", "[0.25, 7.125]")}))",
            6 => $"({Text(size / 2)} in ({Pick("\"甲\", \"丙\"", "[\"乙\", \"丁\"]", "\"丙\"")}))",
            _ => $"(if {Truth(size / 2)} then {Truth(size / 2)} else {Truth(size / 2)})",
        };

    private string Text(int size) => size <= 0
        ? Pick("s", "t", "\"甲\"", "\"外\"")
        : $"(if {Truth(size / 2)} then {Text(size / 2)} else {Text(size / 2)})";

    private string Day(int size) => size <= 0
        ? Pick("d", "date(\"2024-01-02\")", "d")
        : $"(if {Truth(size / 2)} then {Day(size / 2)} else {Day(size / 2)})";

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
