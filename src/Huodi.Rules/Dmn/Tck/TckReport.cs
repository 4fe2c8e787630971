namespace Huodi.Rules;

/// <summary>
/// The results of a run, counted by case: a case passes when all of its nodes pass. <paramref name="ValueCases"/> are those that expect
/// a value other than null in some node.
/// </summary>
public sealed record TckReport(int Cases, int Passed, int ValueCases, int ValuePassed)
{
    /// <summary>Counts results.</summary>
    public static TckReport Of(IEnumerable<TckResult> results)
    {
        var cases = results.GroupBy(r => (r.File, r.Case))
            .Select(c => (Passed: c.All(r => r.Passed), Value: c.Any(r => r.Expected != "null")))
            .ToList();
        return new TckReport(cases.Count, cases.Count(c => c.Passed), cases.Count(c => c.Value),
            cases.Count(c => c is { Value: true, Passed: true }));
    }

    /// <summary>Writes a CSV file with the columns file, case, node, expected, actual, pass.</summary>
    public static void WriteCsv(IEnumerable<TckResult> results, TextWriter output)
    {
        output.Write("file,case,node,expected,actual,pass\n");
        foreach (var r in results)
        {
            output.Write(string.Join(',',
                new[] { r.File, r.Case, r.Node, r.Expected, r.Actual, r.Passed ? "true" : "false" }.Select(Quoted)));
            output.Write('\n');
        }
    }

    public override string ToString() =>
        $"{Passed} of {Cases} cases pass; of the {ValueCases} that expect a value, {ValuePassed}";

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
