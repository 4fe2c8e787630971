namespace Huodi.Rules.Tests.Golden;

/// <summary>
/// A file of cases, one a line: <c>expression ⇶ expected</c>. Lines <c>fact name: type [= value]</c> declare facts for the lines below
/// (without a value the fact is missing); <c>#</c> begins a remark. Expected is a FEEL literal, <c>missing a, b</c>,
/// <c>error</c>, or <c>FEEL010 [suggestion]</c> for a text that must not compile.
/// </summary>
internal sealed record GoldenCase(string File, int Line, string Expression, string Expected, FeelScope Scope, Facts Facts)
{
    public static IEnumerable<GoldenCase> Read(string file)
    {
        var scope = new FeelScope();
        var facts = new Facts();
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", file)))
        {
            number++;
            if (line.StartsWith("fact ", StringComparison.Ordinal))
            {
                var (declaration, value) = Split(line["fact ".Length..], " = ");
                var (name, type) = Split(declaration, ": ");
                _ = scope.Declare(name, FeelType.Parse(type));
                if (value.Length > 0) _ = facts.With(name, Literal(value));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var (expression, expected) = Split(line, " ⇶ ");
                yield return new GoldenCase(file, number, expression, expected, scope, facts);
            }
        }
    }

    public static FeelValue Literal(string text) =>
        FeelCompiler.Compile(text, new FeelScope(), FeelMode.Strict).Require().Evaluate(new Facts()).Value;

    /// <summary>What the case gives, written as in the file.</summary>
    public string Actual(FeelMode mode)
    {
        var compiled = FeelCompiler.Compile(Expression, Scope, mode);
        if (!compiled.Succeeded)
        {
            var first = compiled.Diagnostics.First(d => d.Severity == Severity.Error);
            return first.Suggestion is null ? first.Code : $"{first.Code} {first.Suggestion}";
        }

        var answer = compiled.Value.Evaluate(Facts);
        Assert.Equal(answer, compiled.Value.Trace(Facts).Answer);
        return answer.IsDecided ? answer.Value.ToString()
            : answer.Error is not null ? "error"
            : "missing " + string.Join(", ", answer.Missing);
    }

    private static (string, string) Split(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + separator.Length)..].Trim());
    }
}
