using System.Globalization;
using System.Text.Json.Nodes;

namespace Huodi.App.Demo;

/// <summary>Times that do not count and changes of the holder, in the contract's JSON form. Some periods overlap, some still run.</summary>
internal static class DemoPeriods
{
    private static readonly DateOnly Spring2020 = new(2020, 2, 5);
    private static readonly DateOnly Winter2022 = new(2022, 12, 1);

    public static (JsonArray Excluded, JsonArray Changes) Of(DemoRandom random, DemoStory story, DateOnly today)
    {
        var excluded = new JsonArray();
        var changes = new JsonArray();
        var from = story.AgreedStart;
        if (story.Cause is "未按期交地") Add(excluded, "政府原因", story.AgreedHandover, story.Handover);
        else if (story.Cause is "自然灾害等不可抗力") Span(excluded, random, "不可抗力", from, today, 20, 200);
        else if (story.Cause is not null and not "企业自身原因") Span(excluded, random, "政府原因", from, today, 60, 900);

        if (from >= Spring2020 && from <= Winter2022 && random.Chance(0.5)) Span(excluded, random, "疫情", from, today, 30, 150);
        if (random.Chance(0.1)) Seizure(excluded, changes, random, story, today);
        else if (random.Chance(0.04)) Change(changes, random, story.Supplied, today, "转让");
        return (excluded, changes);
    }

    private static void Seizure(JsonArray excluded, JsonArray changes, DemoRandom random, DemoStory story, DateOnly today)
    {
        if (Span(excluded, random, "司法查封", story.AgreedStart, today, 90, 1_000) is not { } released || !random.Chance(0.5)) return;

        // A court sells what it has seized: the holder changes when the seizure ends.
        changes.Add(new JsonObject { ["日期"] = Text(released), ["原因"] = "人民法院处置" });
    }

    private static void Change(JsonArray changes, DemoRandom random, DateOnly after, DateOnly today, string why)
    {
        var days = today.DayNumber - after.DayNumber;
        if (days > 60) changes.Add(new JsonObject { ["日期"] = Text(after.AddDays(random.Whole(30, days))), ["原因"] = why });
    }

    /// <summary>Adds a period that begins within a year after the date and gives back its end; null when it still runs or has not begun.</summary>
    private static DateOnly? Span(JsonArray list, DemoRandom random, string why, DateOnly after, DateOnly today, int least, int most)
    {
        var begin = after.AddDays(random.Whole(0, 360));
        if (begin > today) return null;
        var end = begin.AddDays(random.Whole(least, most));
        DateOnly? over = end <= today ? end : null;
        Add(list, why, begin, over);
        return over;
    }

    private static void Add(JsonArray list, string why, DateOnly begin, DateOnly? end) =>
        list.Add(new JsonObject { ["原因"] = why, ["起"] = Text(begin), ["止"] = end is { } over ? Text(over) : null });

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
