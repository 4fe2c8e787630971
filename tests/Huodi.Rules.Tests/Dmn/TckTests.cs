using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Huodi.Rules.Tests.Dmn;

/// <summary>
/// The official compatibility tests, where they are at hand: <c>HUODI_TCK</c>, or <c>../shared/dmn-tck</c> beside the checkout.
/// </summary>
public sealed class TckTests
{
    [Fact]
    public void ComplianceCases_AllButThoseThatCallJava_Pass()
    {
        var directory = Find();
        Assert.SkipWhen(directory is null, "dmn-tck: neither HUODI_TCK nor ../shared/dmn-tck exists");

        var results = TckRunner.Run(directory!, TestContext.Current.CancellationToken).ToList(); // skipped above where null

        var report = TckReport.Of(results);
        TestContext.Current.SendDiagnosticMessage($"TCK: {report}");
        if (Environment.GetEnvironmentVariable("HUODI_TCK_REPORT") is { Length: > 0 } path)
        {
            using var csv = new StreamWriter(path);
            TckReport.WriteCsv(results, csv);
        }

        Assert.Equal(3391, report.Cases);
        Assert.True(report.Passed >= 3377, report.ToString());
        Assert.True(report.ValuePassed >= 1905, report.ToString());
    }

    [Theory]
    [InlineData(DmnVersion.V13)]
    [InlineData(DmnVersion.V15)]
    public void Models_WrittenAndReadAgain_PassTheSameCases(DmnVersion version)
    {
        var directory = Find();
        Assert.SkipWhen(directory is null, "dmn-tck: neither HUODI_TCK nor ../shared/dmn-tck exists");

        var report = TckReport.Of(TckRunner.Run(directory!, Again, TestContext.Current.CancellationToken)); // skipped above where null

        Assert.True(report.Passed >= 3377, report.ToString());

        DmnModel Again(DmnModel model)
        {
            using var text = new StringReader(DmnWriter.Write(model, version));
            return DmnReader.Read(text).Require();
        }
    }

    [Theory]
    [InlineData(DmnVersion.V13, "DMN13.xsd")]
    [InlineData(DmnVersion.V15, "DMN15.xsd")]
    public void Models_Written_AreValidByTheSchema(DmnVersion version, string schema)
    {
        var directory = Find();
        Assert.SkipWhen(directory is null, "dmn-tck: neither HUODI_TCK nor ../shared/dmn-tck exists");
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        _ = schemas.Add(null, Directory.EnumerateFiles(directory!, schema, SearchOption.AllDirectories).First()); // skipped above where null
        var wrong = new List<string>();

        foreach (var file in Directory.EnumerateFiles(directory!, "*.dmn", SearchOption.AllDirectories)) // skipped above where null
        {
            var written = XDocument.Parse(DmnWriter.Write(DmnReader.ReadFile(file).Require(), version));
            written.Validate(schemas, (_, e) => wrong.Add($"{Path.GetFileName(file)}: {e.Message}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HUODI_TCK") is { Length: > 0 } given && Directory.Exists(given)) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "dmn-tck");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
