using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Columns;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;

namespace Huodi.Bench.City;

/// <summary>
/// All packages over all parcels of a city: facts read from stored sheets into columns, judged in columns on two threads, held against
/// the way of single subjects on a sample, and single rows explained afterwards.
/// </summary>
internal sealed class CityRun(PolicyLibrary library, int parcels, TextWriter to)
{
    private const int Sample = 2_000;
    private const int Explained = 200;
    private const int Threads = 2;
    private static readonly DateOnly Today = new(2026, 3, 1);
    private readonly Question _question = new(Today);

    public static int Once(string? folder, int parcels, TextWriter to)
    {
        if ((folder ?? Startup.StartupRun.Find()) is not { } policies) return 2;
        return new CityRun(PolicyFolder.Load(policies).Library, parcels, to).Run();
    }

    private int Run()
    {
        var blocks = Read();
        to.WriteLine($"held: {GC.GetTotalMemory(true) / 1e6:0} MB of facts in {blocks.Count} blocks");
        var (answers, spent) = Judge(blocks);
        to.WriteLine($"held: {GC.GetTotalMemory(true) / 1e6:0} MB of facts and answers");
        var peer = Compare(answers);
        to.WriteLine($"columns to row by row, by processor time: {peer / spent:0.0}");
        Explain(answers);
        to.WriteLine($"memory, peak: {Peak()}");
        return 0;
    }

    private List<FactBlock> Read()
    {
        var (builder, blocks, reading, bytes) = (new FactBlockBuilder(library.Dictionary), new List<FactBlock>(), new Stopwatch(), 0L);
        var sheets = new List<(Domain.Codes.DivisionCode Division, string Id, byte[] Sheet)>();
        foreach (var chunk in InventedCity.Parcels(parcels, Today).Chunk(1_000))
        {
            sheets.Clear();
            foreach (var parcel in chunk) sheets.Add((parcel.Division, parcel.Id, Encoding.UTF8.GetBytes(FactSheetJson.Write(parcel.Facts, batch: 1))));
            reading.Start();
            foreach (var (division, id, sheet) in sheets)
            {
                builder.AddSheet(id, division, sheet);
                bytes += sheet.Length;
                if (builder.IsFull) blocks.Add(builder.Build());
            }

            if (blocks.Sum(b => b.Count) + builder.Count == parcels && builder.Count > 0) blocks.Add(builder.Build());
            reading.Stop();
        }

        to.WriteLine($"read: {parcels:N0} sheets, {bytes / 1e6:0} MB of JSON, {reading.Elapsed.TotalSeconds:0.00} s on one thread, {parcels / reading.Elapsed.TotalSeconds:N0} a second");
        return blocks;
    }

    private (List<AnswerBlock> Answers, double MicrosecondsEach) Judge(List<FactBlock> blocks)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var answers = library.EvaluateColumns(blocks, _question, threads: Threads).ToList();
        clock.Stop();
        var spent = Environment.CpuUsage.TotalTime - before;
        var asked = answers.Sum(a => (long)a.Columns.Count * a.Facts.Count);
        to.WriteLine($"judge, from cold: {clock.Elapsed.TotalSeconds:0.00} s on {Threads} threads, {spent.TotalSeconds:0.00} s of processor time; "
            + $"{parcels / clock.Elapsed.TotalSeconds:N0} subjects/s, {answers[0].Columns.Count} decisions each, {asked / clock.Elapsed.TotalSeconds / 1e6:0.0} M answers/s");
        return (answers, spent.TotalMicroseconds / parcels);
    }

    /// <summary>The sample by the way of single subjects; a difference ends the run.</summary>
    private double Compare(List<AnswerBlock> answers)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, Sample).Select(_ => answers[random.Next(answers.Count)]).Select(b => (Block: b, Row: random.Next(b.Facts.Count))).ToList();
        var facts = rows.ConvertAll(r => r.Block.Facts.Facts(r.Row));
        _ = library.EvaluateSubject(rows[0].Block.Facts.Division(rows[0].Row), facts[0], _question, withReasons: false);
        var singles = new IReadOnlyList<PolicyAnswer>[rows.Count];
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Parallel.For(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i =>
            singles[i] = library.EvaluateSubject(rows[i].Block.Facts.Division(rows[i].Row), facts[i], _question, withReasons: false));
        clock.Stop();
        var each = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / rows.Count;
        for (var i = 0; i < rows.Count; i++) AssertSame(rows[i].Block, rows[i].Row, singles[i]);
        to.WriteLine($"row by row, with receipts (peer): {rows.Count / clock.Elapsed.TotalSeconds:N0} subjects/s on {Threads} threads, {each:0} µs of processor time each; "
            + $"{Sample:N0} random rows agree in {singles.Sum(s => s.Count):N0} answers");
        return each;
    }

    private void Explain(List<AnswerBlock> answers)
    {
        var random = new Random(2);
        var times = new List<double>();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Explained; i++)
        {
            var block = answers[random.Next(answers.Count)];
            var row = random.Next(block.Facts.Count);
            var clock = Stopwatch.StartNew();
            var explained = library.EvaluateSubject(block.Facts.Division(row), block.Facts.Facts(row), _question);
            times.Add(clock.Elapsed.TotalMilliseconds);
            AssertSame(block, row, explained);
        }

        var (first, spent) = (times[0], (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Explained);
        times.Sort();
        to.WriteLine($"explain a row, all its decisions with reasons and receipts: median {times[Explained / 2]:0.0} ms, worst {times[^1]:0.0} ms of {Explained} (the very first {first:0.0} ms); {spent:0.0} ms of processor time each");
    }

    private static void AssertSame(AnswerBlock block, int row, IReadOnlyList<PolicyAnswer> singles)
    {
        var columns = block.Columns.Where(c => c.IsAsked(row)).ToList();
        var same = columns.Count == singles.Count && columns.Zip(singles).All(p => p.First.Decision.Id == p.Second.Decision
            && p.First.Outcome(row) == p.Second.Outcome
            && JsonNode.DeepEquals(p.First.Value(row) is { } value ? FactValues.Write(value) : null, p.Second.Value)
            && p.First[row].Missing.SequenceEqual(p.Second.Missing.Select(m => m.Name))
            && p.First[row].Determinations.SequenceEqual(p.Second.Determinations.Select(d => d.Fact)));
        if (!same) throw new InvalidOperationException($"{block.Facts.Ids[row]} is answered differently in columns.");
    }

    private static string Peak() =>
        File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal))[6..].Trim() : "?";
}
