using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>A worked history of docs/histories: its entries in the order recorded, and what is to come out at each moment.</summary>
internal sealed record History(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<(DateOnly AsOf, DateOnly KnownAsOf, string Question, string Answer)> Expected)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(new TimeOnly(23, 59)), China);

    public static History Read(string file, LedgerKinds kinds, FactDictionary dictionary)
    {
        var lines = File.ReadAllLines(file);
        var subject = LedgerSubject.Parse(lines.First(l => l.StartsWith("对象：`", StringComparison.Ordinal))[4..].TrimEnd('`'));
        var tables = lines.Where(l => l.StartsWith('|') && !l.StartsWith("|---", StringComparison.Ordinal)).Select(Cells).ToList();
        var second = tables.FindIndex(1, r => r[0] == "截至");
        var entries = new List<LedgerEntry>();
        foreach (var row in tables[1..second])
        {
            var head = entries.Count == 0 ? LedgerHead.Empty : LedgerChain.HeadOf(entries[^1]);
            entries.Add(LedgerChain.Next(head, Draft(row, subject, kinds, dictionary), new(DateOnly.Parse(row[0], null).ToDateTime(new TimeOnly(12, 0)), China)));
        }

        return new(entries, [.. tables[(second + 1)..].Select(r => (DateOnly.Parse(r[0], null), DateOnly.Parse(r[1], null), r[2], r[3]))]);
    }

    private static LedgerDraft Draft(string[] row, LedgerSubject subject, LedgerKinds kinds, FactDictionary dictionary)
    {
        var supersedes = row[5].Length == 0 ? null : new Supersession(long.Parse(row[5].Split('：')[0], null), row[5].Split('：')[1]);
        var kind = row[1] == "撤回" ? EffectiveEntries.Withdrawal : kinds.Find(row[1])?.English ?? row[1];
        var fields = new JsonObject();
        foreach (var pair in row[3].Split('；', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            fields[pair[..at]] = FieldText.Read(pair[(at + 1)..], dictionary.Find(pair[..at]) ?? throw new InvalidDataException(pair));
        }

        var draft = new LedgerDraft(subject, kind, DateOnly.Parse(row[2], null), "登记员", new(row[4]), LedgerPayload.Of(fields), supersedes);
        var faults = new EntryCheck(kinds, Carried.Library).Check(draft, DateOnly.Parse(row[0], null), kinds.Find(kind)?.Through ?? "");
        return faults.Count == 0 ? draft : throw new InvalidDataException(string.Join('\n', faults));
    }

    private static string[] Cells(string line) => [.. line.Split('|')[1..^1].Select(c => c.Trim())];
}
