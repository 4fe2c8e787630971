using Huodi.Policies.Answers;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed class RunPageTests(RunningWeb web)
{
    [Fact]
    public async Task Run_Counts_AgreeWithTheStore()
    {
        var subjects = await web.Store.RunSubjectsAsync(1, CancellationToken.None).ToListAsync();
        var met = subjects.Sum(s => s.Verdicts.Count(v => v.Outcome == Outcome.Met.Code()));

        var text = Html.Text(await web.Http.PageAsync("/assessment"));

        Assert.Contains($"符合 {met} ", text, StringComparison.Ordinal);
        Assert.Contains("评估了 4 宗宗地（其中演示数据", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MissingFacts_AreRankedByAnswersTheyUnlock()
    {
        var lines = await web.Store.RunSubjectsAsync(1, CancellationToken.None).SelectMany(s => s.Verdicts).ToListAsync();
        var unlocks = lines.Where(v => v.Missing.Count == 1).Max(v => lines.Count(o => o.Missing.SequenceEqual(v.Missing)));

        var text = Html.Text(await web.Http.PageAsync("/runs/1"));

        Assert.Matches($"列出它的答案 [^ ]+ [^ ]* ?{unlocks:N0} ", text);
    }

    [Fact]
    public async Task Subjects_FilteredByOutcomeOfADecision_AreThose()
    {
        var subjects = await web.Store.RunSubjectsAsync(1, CancellationToken.None).ToListAsync();
        var expected = subjects.Where(s => s.Verdicts.Any(v => v is { Decision: "CN-53-02/闲置", Outcome: "met" })).Select(s => s.Id).ToList();

        var page = await web.Http.PageAsync($"/runs/1/subjects?decision={Uri.EscapeDataString("CN-53-02/闲置")}&outcome=met");

        Assert.Equal([SampleCity.HefeiParcel], expected);
        Assert.Contains("共 1 宗", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains($"/parcels/{SampleCity.HefeiParcel}?run=1", Html.Addresses(page));
    }

    [Fact]
    public async Task Assessment_NothingAssessed_SaysWhatToDo()
    {
        var (app, http) = await RunningWeb.StartAsync(await SampleCity.LoadAsync(assessed: false));
        await using var running = app;
        using var client = http;

        Assert.Contains("huodi assess", await http.PageAsync("/assessment"), StringComparison.Ordinal);
    }
}
