using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Api;

public sealed class EvaluationApiTests(RunningWeb web)
{
    [Fact]
    public async Task Evaluate_OneDecision_GivesTheContractsAnswer()
    {
        var facts = new JsonObject { ["用途大类"] = "公建", ["建筑面积"] = 80000 };
        var expected = SampleCity.Policies.Evaluate("DL-06/建设工期", facts, new Question(new DateOnly(2026, 3, 1)));

        var (status, body) = await AskAsync("""{"facts":{"用途大类":"公建","建筑面积":80000},"decisions":["DL-06/建设工期"],"asOf":"2026-03-01"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(PolicyAnswerJson.ToJson([expected]).ToJsonString(PolicyAnswerJson.Compact), body.ToJsonString(PolicyAnswerJson.Compact));
        Assert.Equal(4, (int)body[0]!["value"]!);
    }

    [Fact]
    public async Task Evaluate_SeveralObjectsForARegion_AnswersInTheirOrder()
    {
        var (_, body) = await AskAsync("""{"facts":[{"用途大类":"住宅"},{"用途大类":"工业"}],"region":"210200","asOf":"2026-03-01"}""");
        var each = SampleCity.Policies.EvaluateRegion(Huodi.Domain.Codes.DivisionCode.Parse("210200"), [], new Question(new DateOnly(2026, 3, 1))).Count;

        var terms = body.AsArray().Select((a, i) => (Answer: a!, Object: i / each)).Where(a => (string?)a.Answer["decision"] == "DL-06/建设工期").ToList();

        Assert.Equal([0, 1], terms.Select(t => t.Object));
        Assert.Equal(["value", "needsFacts"], terms.Select(t => (string?)t.Answer["outcome"]));
    }

    [Theory]
    [InlineData("{", "REQUEST_JSON")]
    [InlineData("""{"facts":{},"facts":{},"decisions":["DL-10"],"asOf":"2026-03-01"}""", "REQUEST_JSON")]
    [InlineData("""{"facts":{"建筑面积":1,"建筑面积":2},"region":"210200","asOf":"2026-03-01"}""", "REQUEST_JSON")]
    [InlineData("""{"facts":{},"decisions":["DL-10"]}""", "AS_OF")]
    [InlineData("""{"facts":{},"asOf":"2026-03-01"}""", "QUESTION")]
    [InlineData("""{"facts":{},"decisions":["DL-10"],"region":"210200","asOf":"2026-03-01"}""", "QUESTION")]
    [InlineData("""{"facts":{},"decisions":["DL-99"],"asOf":"2026-03-01"}""", "DECISION_UNKNOWN")]
    [InlineData("""{"facts":{},"region":"21","asOf":"2026-03-01"}""", "DIVISION_CODE")]
    [InlineData("""{"facts":[1],"region":"210200","asOf":"2026-03-01"}""", "FACTS_SHAPE")]
    [InlineData("""{"facts":{"没有这个事实":1},"region":"210200","asOf":"2026-03-01"}""", "FACT_UNKNOWN")]
    [InlineData("""{"facts":{"建筑面积":"八万"},"region":"210200","asOf":"2026-03-01"}""", "FACT_TYPE")]
    public async Task Evaluate_WrongQuestion_SaysWhatIsWrong(string question, string code)
    {
        var (status, body) = await AskAsync(question);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, (string?)body["code"]);
        Assert.NotEqual("", (string?)body["suggestion"] ?? "");
    }

    [Theory]
    [InlineData(1_100_000)]
    [InlineData(12_000_000)]
    public async Task Evaluate_BodyOverTheLimit_IsRefusedWithAnAnswer(int bytes)
    {
        // Larger than the sockets' buffers, so that the sender is still sending when the answer comes.
        var (status, body) = await AskAsync(new string(' ', bytes));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("REQUEST_TOO_LARGE", (string?)body["code"]);
    }

    [Fact]
    public async Task Evaluate_NotJson_IsRefused()
    {
        using var content = new StringContent("a=1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await web.Http.PostAsync(new Uri("/api/evaluate", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> AskAsync(string question)
    {
        using var content = new StringContent(question, Encoding.UTF8, "application/json");
        using var response = await web.Http.PostAsync(new Uri("/api/evaluate", UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!); // Every answer is JSON.
    }
}
