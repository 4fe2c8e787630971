namespace Huodi.Bench.Racing;

/// <summary>
/// Runs contenders in turns on one thread, so that what else the machine does hits all alike. Counts processor time, not time on the
/// clock, since a shared machine takes the processor away; the rate is the median of the rounds.
/// </summary>
internal static class Race
{
    private const int Rounds = 7;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<Standing> Run(params IReadOnlyList<Contender> contenders)
    {
        for (var warm = 0; warm < 4; warm++)
        {
            foreach (var contender in contenders) _ = Rate(contender);
        }

        var rates = contenders.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++) rates[i].Add(Rate(contenders[i]));
        }

        return [.. contenders.Select((c, i) => new Standing(c.Name, rates[i].Order().ElementAt(Rounds / 2), Allocated(c), c.IsPeer))];
    }

    private static double Rate(Contender contender)
    {
        var (start, spent, rows) = (Environment.CpuUsage.TotalTime, TimeSpan.Zero, 0L);
        while (spent < Turn)
        {
            contender.Run();
            rows += contender.Rows;
            spent = Environment.CpuUsage.TotalTime - start;
        }

        return rows / spent.TotalSeconds;
    }

    private static double Allocated(Contender contender)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        contender.Run();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / contender.Rows;
    }
}
