using System.Globalization;
using Huodi.App.Cases;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Money;
using Huodi.App.Ledger.States;
using Huodi.Domain.Ledger.Payments;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>The worked histories: text that a lawyer can check, and the same as a table that is worked out here.</summary>
public sealed class HistoryTests
{
    private static readonly string Policies = Path.Combine(AppContext.BaseDirectory, "policies");
    private static readonly Lazy<(PolicyLibrary Library, LoadedLedger Ledger)> Loaded = new(() =>
    {
        var library = PolicyFolder.Load(Policies).Library;
        return (library, LedgerFolder.Load(Policies, library));
    });

    public static TheoryData<string> Histories => [.. Directory.EnumerateFiles(Folder(), "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Histories))]
    public void History_AtEachMoment_GivesWhatItSays(string file)
    {
        var (library, ledger) = Loaded.Value;
        var history = History.Read(Path.Combine(Folder(), file), ledger.Kinds, library.Dictionary);

        Assert.True(history.Expected.Select(e => (e.AsOf, e.KnownAsOf)).Distinct().Count() >= 3, "At least three moments.");
        var wrong = history.Expected
            .Select(e => (e, Got: Answer(history, e.AsOf, e.KnownAsOf, e.Question)))
            .Where(p => !IsSame(p.e.Answer, p.Got))
            .Select(p => $"截至 {p.e.AsOf:yyyy-MM-dd}，所知截至 {p.e.KnownAsOf:yyyy-MM-dd}，{p.e.Question}：应得 {p.e.Answer}，实得 {p.Got}");
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static bool IsSame(string wanted, string got) =>
        wanted == got || (decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(got, CultureInfo.InvariantCulture, out var b) && a == b);

    private static string Answer(History history, DateOnly asOf, DateOnly knownAsOf, string question)
    {
        var (library, ledger) = Loaded.Value;
        var known = History.EndOf(knownAsOf);
        var facts = FactProjection.Run(ledger.Kinds, history.Entries, asOf, known);
        SubjectState State() => new DeriveState(library, ledger).Of(history.Entries, asOf, known);
        var parts = question.Split(' ', 2);
        return parts[0] switch
        {
            "状态" => State().Headline,
            "开发" => State().Development.Name,
            "判断" => State().Findings.First(f => f.Name == parts[1]).Holds switch { true => "是", false => "否", null => "不明" },
            "事实" => facts.Find(parts[1])?.Value.ToString() ?? "未知",
            "决策" => Decision(library.Evaluate(parts[1], facts.ToSheet().ToJson(), new Question(asOf))),
            "时钟" => new ReadClocks(library, ledger).Of(history.Entries, asOf, known).FirstOrDefault(r => r.Rule == parts[1]) is { } clock
                ? $"{clock.Due:yyyy-MM-dd} {clock.Status}{(clock.Warning.Length > 0 ? $"（{clock.Warning}）" : "")}".Trim() : "无",
            "账户" => Money(new ReckonMoney(library, ledger).Of(history.Entries, asOf, known), parts[1]),
            "案件" => Case(history, parts[1], asOf, known),
            "账" => Account(PaymentAccount.Of(facts), parts[1], asOf),
            _ => throw new InvalidDataException(question),
        };
    }

    private static string Decision(PolicyAnswer answer) => answer.Outcome switch
    {
        Outcome.Value => answer.Value!.ToString(), // A value outcome has one.
        Outcome.NeedsFacts => $"{answer.Outcome.Chinese()}：{string.Join("、", answer.Missing.Select(m => m.Name))}",
        _ => answer.Outcome.Chinese(),
    };

    private static string Money(SubjectMoney money, string name)
    {
        Assert.True(money.IsBalanced, "In is out.");
        if (money.Accounts.FirstOrDefault(a => a.Rule.Name == name) is not { } account) return "无";
        var owed = account.Owed is { } sum ? string.Create(CultureInfo.InvariantCulture, $"应付 {sum:0.00}") : $"应付不明：{string.Join("、", account.Missing)}";
        return string.Create(CultureInfo.InvariantCulture, $"{owed}；收 {account.In:0.00}；退 {account.Out:0.00}");
    }

    private static string Case(History history, string number, DateOnly asOf, DateTimeOffset known)
    {
        var (library, ledger) = Loaded.Value;
        if (new ReadCases(library, ledger).Of(history.Entries, asOf, known).FirstOrDefault(c => c.Number == number) is not { } file) return "无";
        if (file.End is { } end) return $"{file.StandingWords}，{end.Day:yyyy-MM-dd}，{end.Answer.Decision}{string.Concat(file.Problems.Select(p => $"，{p.Code}"))}";
        return new ReadNextStep(library, ledger).Of(file, history.Entries, asOf, known) is { } next
            ? $"{file.StandingWords}，下一步 {next.Step.Name}，{(next.LastDay is { } day ? $"最迟 {day:yyyy-MM-dd}" : "无期限")}"
            : file.StandingWords;
    }

    private static string Account(PaymentAccount? account, string name, DateOnly asOf)
    {
        if (account?.Instalments.FirstOrDefault(i => i.Name == name) is not { } instalment) return "无";
        return string.Create(CultureInfo.InvariantCulture, $"尚欠 {instalment.Outstanding:0.00}；积数 {instalment.Late(asOf).Sum(s => s.Base):0.00}");
    }

    internal static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Huodi.slnx"))) folder = folder.Parent ?? throw new InvalidOperationException("No checkout.");
        return Path.Combine(folder.FullName, "docs", "histories");
    }
}
