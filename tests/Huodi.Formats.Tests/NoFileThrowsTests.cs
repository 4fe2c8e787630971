using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Csv;
using Huodi.Formats.Geo;
using Huodi.Formats.SupplyResults;

namespace Huodi.Formats.Tests;

/// <summary>Whatever the bytes, a reader gives a batch or a reason, soon.</summary>
public sealed class NoFileThrowsTests
{
    [Theory]
    [InlineData("supply-results-2007.csv")]
    [InlineData("boundaries/urumqi.geojson")]
    public void Read_DamagedCopies_GiveABatchOrAReason(string file)
    {
        var original = Bytes(file)[..20_000];
        var random = new Random(20070131);
        for (var copy = 0; copy < 300; copy++)
        {
            var bytes = Damage(original, random);
            foreach (var outcome in ReadAll(bytes))
            {
                Assert.True(outcome.IsReadable != outcome.FileErrors.Count > 0);
                Assert.All(outcome.FileErrors, e => Sample.Complete(e));
            }
        }
    }

    [Fact]
    public void Read_QuoteOpenOnEveryLine_RefusesEachLineAndLooksAheadOnlySoFar()
    {
        var text = new StringBuilder(Sample.Header).Append('\n');
        for (var i = 0; i < 50_000; i++) _ = text.Append("\"新郑市,").Append(i).Append('\n');
        var limits = ImportLimits.Default;
        using var reader = new OneLineAtATime(text.ToString());
        var furthest = 0;

        var batch = Sample.Batch(Sample.Supply(text.ToString()));
        foreach (var record in new CsvRecords(reader, limits).Read()) furthest = Math.Max(furthest, reader.Lines - record.Line);

        Assert.Equal(50_000, batch.Refused.Count);
        Assert.InRange(furthest, 1, limits.LinesPerRow);
    }

    [Fact]
    public void Read_ManyRows_AreReadInOneGo()
    {
        var text = new StringBuilder(Sample.Header).Append('\n');
        for (var i = 0; i < 20_000; i++) _ = text.Append(Sample.GoodRow.Replace("B01080", $"B{i:00000}", StringComparison.Ordinal)).Append('\n');

        var batch = Sample.Batch(Sample.Supply(text.ToString()));

        Assert.Equal((20_000, 0), (batch.Grants.Count, batch.Refused.Count));
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"id":"\ud800","properties":{"name":"\udc00"},"geometry":null}]}""")]
    [InlineData("""{"\ud800":1,"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"\ud800":1}}]}""")]
    public void Read_HalfACharacter_IsAReason(string text)
    {
        foreach (var outcome in ReadAll(Encoding.UTF8.GetBytes(text)).Skip(1)) Assert.StartsWith("FILE_", Sample.FileError(outcome).Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[1,null,"x",[],{"type":"Feature"}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"id":{},"properties":[],"geometry":[]}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"id":1,"properties":{"name":[]},"geometry":{"type":"Polygon","coordinates":{"a":1}}}]}""")]
    public void Read_FeaturesThatAreNone_AreRefusedByNumber(string text)
    {
        foreach (var outcome in ReadAll(Encoding.UTF8.GetBytes(text)).Skip(1)) Assert.NotEmpty(Sample.Batch(outcome).Refused);
    }

    private static IEnumerable<ImportOutcome> ReadAll(byte[] bytes)
    {
        yield return SupplyResultsReader.Read(new MemoryStream(bytes), Sample.Request());
        yield return DistrictsReader.Read(new MemoryStream(bytes), Sample.Request());
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = original[..random.Next(1, original.Length)].ToList();
        for (var i = random.Next(0, 6); i > 0 && bytes.Count > 1; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)"\",\n\r[]{}0"[random.Next(9)]);
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes[at] = (byte)"\",\n-.9"[random.Next(6)];
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Gives no more than a line at a time, and counts them.</summary>
    private sealed class OneLineAtATime(string text) : StringReader(text)
    {
        public int Lines { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            if (ReadLine() is not { } line) return 0;
            Lines++;
            line.CopyTo(0, buffer, index, line.Length);
            buffer[index + line.Length] = '\n';
            return line.Length + 1;
        }
    }

    private static byte[] Bytes(string file)
    {
        using var stream = Sample.Open(file.Split('/'));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
