using System.Globalization;
using Huodi.App.Ledger.Clocks;
using Huodi.Domain.Warnings;
using Huodi.Policies.Facts;
using Huodi.Policies.Ledger;

namespace Huodi.App.Warnings;

/// <summary>The warnings that the clocks of one subject give on a day.</summary>
public sealed class GiveWarnings(WarningRules rules, FactDictionary dictionary)
{
    /// <summary>At most one for each clock: the warning point that stands.</summary>
    public IReadOnlyList<WarningNotice> Of(SubjectClocks of)
    {
        var notices = new List<WarningNotice>();
        foreach (var reading in of.Readings)
        {
            if (Notice(of, reading) is { } notice && !notices.Exists(n => n.Identity == notice.Identity)) notices.Add(notice);
        }

        return notices;
    }

    /// <summary>The level a clock stands at; null when nothing is to be warned of.</summary>
    public static string? Level(ClockReading reading) => reading.Status switch
    {
        "逾期" => WarningRules.Overdue,
        "今日到期" => WarningRules.DueToday,
        "预警" => reading.Warning,
        // A clock that no fact can help (its article does not apply) is for the list of clocks, not for an office.
        "不明" when reading.Missing.Count > 0 => WarningRules.FactsMissing,
        _ => null,
    };

    /// <summary>What stands for the last day in a warning's identity.</summary>
    public static string Term(ClockReading reading) =>
        reading.Due is { } due ? due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Join('、', reading.Missing);

    private WarningNotice? Notice(SubjectClocks of, ClockReading reading) => Level(reading) is { } level
        ? new(
            new(of.Subject, reading.Rule, Term(reading), level),
            reading.Name,
            reading.Due,
            rules.Rank(level),
            of.Place,
            reading.Articles,
            reading.Office,
            Text(reading, level))
        : null;

    private string Text(ClockReading reading, string level)
    {
        var note = reading.Note.Length > 0 ? $"。{reading.Note.TrimEnd('。')}" : "";
        if (reading.Due is not { } due) return $"{reading.Name}：最后一日算不出来，缺{string.Join("、", reading.Missing.Select(Holder))}{note}。";
        return $"{reading.Name}：最后一日 {due:yyyy-MM-dd}，{level}{note}。";
    }

    private string Holder(string fact) => dictionary.Find(fact)?.Department is { Length: > 0 } department ? $"{fact}（{department}有）" : fact;
}
