namespace Huodi.Rules.Tests.Golden;

public sealed class GoldenTests
{
    [Theory]
    [InlineData("strict.cases", FeelMode.Strict)]
    [InlineData("builtins.cases", FeelMode.Strict)]
    [InlineData("builtins.cases", FeelMode.Conformant)]
    [InlineData("strict-errors.cases", FeelMode.Strict)]
    [InlineData("missing.cases", FeelMode.Strict)]
    [InlineData("conformant.cases", FeelMode.Conformant)]
    public void File_EveryCase_GivesWhatIsWritten(string file, FeelMode mode)
    {
        var wrong = new List<string>();
        foreach (var test in GoldenCase.Read(file))
        {
            var actual = test.Actual(mode);
            if (actual != test.Expected) wrong.Add($"{file}:{test.Line}: {test.Expression} ⇶ {actual}, not {test.Expected}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
