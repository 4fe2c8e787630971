using System.Diagnostics;
using System.Globalization;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Readings;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres;

namespace Huodi.Bench.Land.Ledgers;

/// <summary>What is done with the ledger of a city, each in a process of its own.</summary>
internal sealed class LedgerRuns(string folder, TextWriter to)
{
    private const int Sample = 2_000;
    private const int Parcels = 500;
    private static readonly DateOnly Day = new(2026, 11, 2);

    /// <summary>Writes a city into a store.</summary>
    public async Task<int> CityAsync(string place, int grants)
    {
        var (library, declared) = Load();
        var watch = Stopwatch.StartNew();
        var city = new LedgerCity(grants);
        city.Check(new EntryCheck(declared.Kinds, library));
        to.WriteLine($"made: {grants:N0} grants, {city.Count:N0} entries, {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        await using var store = await OpenAsync(place);
        var head = await store.Ledger.AppendManyAsync(city.Drafts(), default);
        to.WriteLine($"loaded: {head.Entries:N0} entries, {watch.Elapsed.TotalSeconds:0.0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s of processor time with making them");
        watch.Restart();
        foreach (var some in city.Corrections().Chunk(5_000)) _ = await store.Ledger.AppendAsync(some, default);
        head = await store.Ledger.HeadAsync(default);
        to.WriteLine($"corrected: now {head.Entries:N0} entries, {watch.Elapsed.TotalSeconds:0.0} s");
        return 0;
    }

    /// <summary>The daily run from a cold process: every clock is read and every warning given.</summary>
    public async Task<int> DailyAsync(string place)
    {
        var watch = Stopwatch.StartNew();
        var (library, declared) = Load();
        await using var store = await OpenAsync(place);
        var (run, _) = await new RunWarnings(store, library, declared).RunAsync(Day, "bench", again: false, default);
        to.WriteLine(Invariant($"daily: {run.LedgerEntries:N0} entries, {run.Given:N0} warnings given; {Spent(watch)}"));
        return 0;
    }

    /// <summary>Only the clocks, from a cold process, and then some subjects by themselves, which must read the same.</summary>
    public async Task<int> ReadingsAsync(string place)
    {
        var watch = Stopwatch.StartNew();
        var (library, declared) = Load();
        await using var store = await OpenAsync(place);
        var (random, kept, subjects, readings) = (new Random(7), new List<SubjectClocks>(), 0L, 0L);
        await foreach (var clocks in new DailyReadings(library, declared).OfAsync(store.Ledger, Day, null, default))
        {
            subjects++;
            readings += clocks.Readings.Count;
            if (kept.Count < Sample) kept.Add(clocks);
            else if (random.NextInt64(subjects) is var at and < Sample) kept[(int)at] = clocks;
        }

        var each = Environment.CpuUsage.TotalTime.TotalSeconds / subjects;
        to.WriteLine(Invariant($"readings: {subjects:N0} subjects, {readings:N0} readings; {Spent(watch)}"));
        await CompareAsync(store, library, declared, kept, each);
        return 0;
    }

    /// <summary>One grant's full answer: facts, states, clocks, money, and every decision that governs it with its reasons.</summary>
    public async Task<int> ParcelAsync(string place)
    {
        var (library, declared) = Load();
        await using var store = await OpenAsync(place);
        var some = await store.Ledger.EntriesAsync((await store.Ledger.HeadAsync(default)).Entries / 2, default).Take(40_000).Select(e => e.Subject).ToListAsync();
        var random = new Random(11);
        var read = new ReadSubject(library, declared);
        var (first, times) = (new List<double>(), new List<double>());
        for (var i = 0; i < 2 * Parcels; i++)
        {
            var watch = Stopwatch.StartNew();
            await AnswerAsync(store, library, read, some[random.Next(some.Count)]);
            (i < Parcels ? first : times).Add(watch.Elapsed.TotalMilliseconds);
        }

        to.WriteLine($"parcel, a process that has just started: {Spread(first)}");
        to.WriteLine($"parcel, then: {Spread(times)}");
        return 0;
    }

    private static async Task AnswerAsync(ILandStore store, PolicyLibrary library, ReadSubject read, LedgerSubject subject)
    {
        var answer = read.Of(await store.Ledger.OfSubjectAsync(subject, default).ToListAsync(), new(Day));
        _ = library.EvaluateSubject(Domain.Codes.DivisionCode.Parse(subject.Id[..6]), answer.Facts.ToSheet().ToJson(), new Question(Day));
    }

    private static string Spread(List<double> times)
    {
        times.Sort();
        return Invariant($"median {times[times.Count / 2]:0.0} ms, 99 % {times[times.Count * 99 / 100]:0.0} ms, worst {times[^1]:0.0} ms of {times.Count}");
    }

    private async Task CompareAsync(ILandStore store, PolicyLibrary library, LoadedLedger declared, List<SubjectClocks> kept, double each)
    {
        var read = new ReadClocks(library, declared);
        var histories = new List<List<LedgerEntry>>();
        foreach (var clocks in kept) histories.Add(await store.Ledger.OfSubjectAsync(clocks.Subject, default).ToListAsync());
        _ = read.Of(histories[0], Day);
        var before = Environment.CpuUsage.TotalTime;
        var singles = histories.ConvertAll(h => read.Of(h, Day));
        var alone = (Environment.CpuUsage.TotalTime - before).TotalSeconds / kept.Count;
        for (var i = 0; i < kept.Count; i++)
        {
            if (!Text(singles[i]).SequenceEqual(Text(kept[i].Readings))) throw new InvalidOperationException($"{kept[i].Subject} reads differently by itself.");
        }

        to.WriteLine(Invariant(
            $"one by one, without reading the store (peer): {alone * 1e6:0} µs of processor time a subject; together {each * 1e6:0} µs with everything; ratio {alone / each:0.0}; {kept.Count:N0} subjects agree in {singles.Sum(s => s.Count):N0} readings"));
    }

    private static IEnumerable<string> Text(IEnumerable<ClockReading> readings) => readings.Select(r => string.Join(
        '|', r.Rule, r.Name, r.Due, r.Done, r.Status, r.DaysLeft, r.Warning, string.Join('、', r.Missing), r.Office, string.Join('、', r.Articles), r.Note));

    private (PolicyLibrary Library, LoadedLedger Declared) Load()
    {
        var library = PolicyFolder.Load(folder).Library;
        return (library, LedgerFolder.Load(folder, library));
    }

    private static async Task<ILandStore> OpenAsync(string place) => place.Contains("Host=", StringComparison.Ordinal)
        ? await PostgresStore.OpenAsync(place, TimeProvider.System, default)
        : await GeoPackageStore.OpenAsync(place, TimeProvider.System, default);

    private static string Spent(Stopwatch watch) => Invariant(
        $"clock {watch.Elapsed.TotalSeconds:0.0} s; processor {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s; stopped {GC.CollectionCount(0)} times ({GC.CollectionCount(2)} whole) for garbage {GC.GetTotalPauseDuration().TotalSeconds:0.0} s of {GC.GetTotalAllocatedBytes() / 1e9:0.0} GB; peak {Peak()}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Peak() => File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal))[6..].Trim();
}
