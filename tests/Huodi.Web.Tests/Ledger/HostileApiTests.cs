using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Huodi.Web.Tests.Ledger;

/// <summary>What another office's system may send by mistake or malice: each is refused in words, with its code, and nothing is recorded.</summary>
public sealed class HostileApiTests
{
    private const string Payment =
        """{"subject":"grant:2102112025B00001","kind":"payment","happened":"2026-03-02","by":"接口","document":{"name":"凭证"},"fields":{"缴款金额":100.50,"凭证号":"A"}}""";

    [Theory]
    [InlineData("100.50", "1e28", "LEDGER_NUMBER_RANGE")] // Would fit a decimal, and nothing can be reckoned with it.
    [InlineData("100.50", "-1", "LEDGER_MONEY")]
    [InlineData("100.50", "0", "LEDGER_MONEY")]
    [InlineData("100.50", "0.001", "LEDGER_MONEY")]
    [InlineData("100.50", "1e400", "FACT_TYPE")]
    [InlineData("100.50", "123456789012345678901234567890.12", "FACT_TYPE")]
    [InlineData("\"A\"", "\"\"", "LEDGER_TEXT")] // A required field that is empty is missing.
    [InlineData("\"A\"", "\" \"", "LEDGER_TEXT")]
    [InlineData("\"A\"", "\"A \"", "LEDGER_TEXT")]
    [InlineData("\"A\"", "\"a\\u0000b\"", "LEDGER_TEXT")]
    [InlineData("\"A\"", "\"a\\u202eb\"", "LEDGER_TEXT")] // Reads backwards on a page.
    [InlineData("2026-03-02", "2023-02-29", "LEDGER_DAY")]
    [InlineData("2026-03-02", "0001-01-01", "LEDGER_DAY")]
    [InlineData("2026-03-02", "1900-01-01", "LEDGER_DAY")] // A placeholder.
    [InlineData("2026-03-02", "9999-12-31", "LEDGER_DAY")]
    [InlineData("payment", "case-open", "LEDGER_THROUGH")]
    public async Task Post_OfWhatCannotBe_IsRefusedWithItsCode(string word, string instead, string code)
    {
        await using var site = await LedgerSite.StartAsync();

        var (status, answer) = await PostAsync(site, Payment.Replace(word, instead, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("LEDGER_REFUSED", answer["code"]!.GetValue<string>());
        Assert.Contains(answer["faults"]!.AsArray(), f => f!["code"]!.GetValue<string>() == code && f["suggestion"]!.GetValue<string>().Length > 0);
        Assert.Equal(0, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Theory]
    [InlineData("", "没有内容")]
    [InlineData("{\"subject\":", "少了括号")]
    [InlineData("[]", "类型不对")]
    [InlineData("{\"subject\":1}", "$.subject")]
    [InlineData("{\"subject\":\"a\",\"subject\":\"b\"}", "写了两次：subject")]
    [InlineData("{\"subjekt\":\"a\"}", "没有这个名称：subjekt")]
    [InlineData("{\"fields\":{\"a\":1,\"a\":2}}", "写了两次")]
    [InlineData("{\"fields\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", "太深")]
    public async Task Post_OfBrokenJson_SaysWhatAndWhereInChinese(string body, string words)
    {
        await using var site = await LedgerSite.StartAsync();

        var (status, answer) = await PostAsync(site, body);

        Assert.Equal((HttpStatusCode.BadRequest, "REQUEST_JSON"), (status, answer["code"]!.GetValue<string>()));
        Assert.Contains(words, answer["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("JSON value", answer["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InAnotherEncoding_IsRefusedAndNoError()
    {
        await using var site = await LedgerSite.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Payment));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=gbk");

        using var response = await site.Http.PostAsync(new Uri("/api/ledger/entries", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Post_AfterSomethingElseWasRecorded_IsRefused_AndTheSameIsGivenBack()
    {
        await using var site = await LedgerSite.StartAsync();
        var first = await PostAsync(site, With(Payment, "after", 0));

        var again = await PostAsync(site, With(Payment, "after", 0));
        var other = await PostAsync(site, With(Payment.Replace("\"A\"", "\"B\"", StringComparison.Ordinal), "after", 0));
        var seen = await PostAsync(site, With(Payment.Replace("\"A\"", "\"B\"", StringComparison.Ordinal), "after", 1));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (first.Status, again.Status, seen.Status));
        Assert.Equal((HttpStatusCode.Conflict, "LEDGER_MOVED"), (other.Status, other.Answer["code"]!.GetValue<string>()));
        Assert.Contains("第 1 条", other.Answer["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Post_TwentyAtOnceOnWhatAllHaveSeen_RecordsOne()
    {
        await using var site = await LedgerSite.StartAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            PostAsync(site, With(Payment.Replace("\"A\"", $"\"{i}\"", StringComparison.Ordinal), "after", 0))));

        _ = Assert.Single(sent, s => s.Status == HttpStatusCode.Created);
        Assert.Equal(19, sent.Count(s => s.Status == HttpStatusCode.Conflict));
        Assert.Equal(1, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Subject_AskedAgainWithItsTag_IsNotSentAgainUntilItChanges()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await PostAsync(site, Payment);
        using var first = await site.Http.GetAsync(new Uri("/api/ledger/subjects/grant/2102112025B00001", UriKind.Relative));

        var unchanged = await AskAsync(site, first.Headers.ETag!.ToString());
        _ = await PostAsync(site, Payment.Replace("\"A\"", "\"B\"", StringComparison.Ordinal));
        var changed = await AskAsync(site, first.Headers.ETag.ToString());

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged, changed));
    }

    [Theory]
    [InlineData("?as-of=9999-12-31")]
    [InlineData("?as-of=0001-01-01")]
    [InlineData("?law-as-of=0001-01-01")]
    [InlineData("?known-as-of=9999-12-31")]
    [InlineData("?known-as-of=3/3/2026")] // Whose month is first, nobody knows.
    public async Task Page_OfADayThatCannotBe_SaysSo(string query)
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await PostAsync(site, Payment);

        var page = await site.GetAsync("/ledger/grant/2102112025B00001" + query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("年份在 1950 年至 2199 年之间", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AssumingADayThatCannotBe_SaysSo()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await PostAsync(site, Payment);

        var page = await site.GetAsync("/ledger/grant/2102112025B00001?assume=start&assume-day=9999-12-31");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("假设的日期写成", page.Text, StringComparison.Ordinal);
    }

    private static string With(string json, string name, long value) => json[..^1] + FormattableString.Invariant($",\"{name}\":{value}}}");

    private static async Task<HttpStatusCode> AskAsync(LedgerSite site, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/ledger/subjects/grant/2102112025B00001");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await site.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(LedgerSite site, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await site.Http.PostAsync(new Uri("/api/ledger/entries", UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
