using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Huodi.Domain.Ledger;

namespace Huodi.Web.Tests.Ledger;

/// <summary>The two lives of docs/ledger.zh.md, filled in line by line as the document says, and looked at on every page it names.</summary>
public sealed partial class LedgerWalkTests
{
    [Theory]
    [InlineData("一、顺利的一宗")]
    [InlineData("二、走到收回的一宗")]
    public async Task Life_AsTheDocumentSays_ShowsWhatTheDocumentSays(string section)
    {
        var clock = new SetTime();
        await using var site = await LedgerSite.StartAsync(clock);
        var rows = Rows(section).ToList();

        foreach (var row in rows.Where(r => r.Length == 5))
        {
            if (row[0].Length > 0) clock.Now = DateTimeOffset.Parse($"{row[0]}T02:00:00Z", CultureInfo.InvariantCulture);
            await DoAsync(site, row);
        }

        clock.Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
        var pages = rows.Where(r => r.Length == 2).ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var text = (await site.GetAsync(page[0])).Text;
            Assert.All(page[1].Split('；'), words => Assert.True(text.Contains(words, StringComparison.Ordinal), $"{page[0]}：没有“{words}”。{text}"));
        }

        Assert.Empty((await site.Store.Ledger.VerifyAsync(null, CancellationToken.None)).Problems);
    }

    private static async Task DoAsync(LedgerSite site, string[] row)
    {
        var parts = row[1].Split(' ');
        var pairs = row[3].Split('；', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToList();
        var sent = parts[0] switch
        {
            "文书" => await LetterAsync(site, parts, pairs),
            "更正" => await EntryAsync(site, $"/ledger/entries/{parts[2]}/correct", row, pairs),
            _ => await EntryAsync(site, await FormOfAsync(site, parts), row, pairs),
        };
        Assert.True(sent.Status == HttpStatusCode.SeeOther, $"{row[0]} {row[1]}：{sent.Text}");
    }

    /// <summary>From the page where a kind is chosen to its form, by its link.</summary>
    private static async Task<string> FormOfAsync(LedgerSite site, string[] parts)
    {
        var choice = await site.GetAsync($"/ledger/new?subject={Uri.EscapeDataString(parts[0])}");
        var link = Links().Matches(choice.Html).FirstOrDefault(m => m.Groups[2].Value == parts[1]);
        Assert.True(link is not null, $"{parts[0]} 没有种类“{parts[1]}”");
        return WebUtility.HtmlDecode(link.Groups[1].Value);
    }

    private static async Task<LedgerSite.Sent> EntryAsync(LedgerSite site, string address, string[] row, List<string[]> pairs)
    {
        var form = await site.GetAsync(address);
        var fields = pairs.Select(p => (p[0] == "理由" ? "reason" : $"field-{p[0]}", p[1])).ToList();
        Assert.All(fields, f => Assert.Contains($"name=\"{f.Item1}\"", form.Html, StringComparison.Ordinal));
        // What a browser sends of a correction: the form as it is filled in already, and what is changed.
        (string, string)[] kept = row[1].StartsWith("更正", StringComparison.Ordinal) ? [.. Chosen(form.Html)] : [];
        var preview = await site.SubmitAsync(
            form, "check", [.. kept, ("happened", row[2]), ("document", row[4]), ("by-name", "周敏"), ("by-office", "某局"), .. fields]);
        return preview.Status == HttpStatusCode.OK ? await site.SubmitAsync(preview, "record") : preview;
    }

    private static async Task<LedgerSite.Sent> LetterAsync(LedgerSite site, string[] parts, List<string[]> pairs)
    {
        var subject = LedgerSubject.Parse(parts[1]);
        var page = await site.GetAsync($"/ledger/{subject.Word}/{subject.Id}");
        var link = Links().Matches(page.Html).First(m => m.Groups[2].Value == parts[2]);
        var form = await site.GetAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
        (string, string)[] filled = [.. pairs.Select(p => ($"entry-{p[0]}", p[1])), ("by-name", "周敏"), ("by-office", "某局")];
        var preview = await site.SubmitAsync(form, "preview", filled);
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Text);
        return await site.SubmitAsync(preview, "record", filled);
    }

    private static IEnumerable<(string, string)> Chosen(string html) =>
        Selects().Matches(html).Select(m => (m.Groups[1].Value, m.Groups[2].Value))
            .Concat(Radios().Matches(html).Select(m => (m.Groups[1].Value, m.Groups[2].Value))).Select(p => (WebUtility.HtmlDecode(p.Item1), WebUtility.HtmlDecode(p.Item2)));

    private static IEnumerable<string[]> Rows(string section)
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "ledger.zh.md"));
        var part = text.Split("\n## ").Single(p => p.StartsWith(section, StringComparison.Ordinal));
        return part.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l[1..^1].Split('|').Select(c => c.Trim()).ToArray())
            .Where(c => c[0] is not ("今天" or "页面"));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Huodi.slnx"))) folder = folder.Parent ?? throw new InvalidOperationException("Not below the solution.");
        return folder.FullName;
    }

    [GeneratedRegex("<a href=\"([^\"]*)\"[^>]*>([^<]*)</a>")]
    private static partial Regex Links();

    [GeneratedRegex("<select[^>]* name=\"([^\"]*)\"(?:(?!</select>).)*<option value=\"([^\"]*)\" selected", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<input[^>]*type=\"radio\" name=\"([^\"]*)\" value=\"([^\"]+)\" checked")]
    private static partial Regex Radios();

    /// <summary>A clock that shows the day of the document.</summary>
    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2022, 1, 1, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
