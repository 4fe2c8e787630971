using System.Diagnostics;
using Huodi.Bench.Decisions;
using Huodi.Bench.Racing;
using Huodi.Bench.Tables;

namespace Huodi.Bench;

/// <summary>All races in a minute or so.</summary>
internal static class ShortRun
{
    public static int All(TextWriter to, string? only)
    {
        to.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, vectors of {System.Numerics.Vector<byte>.Count * 8} bits"
            + $"{(System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? " (512 where asked for)" : "")}");
        var decision = new SimpleDecision();
        Report.Write(to, "Simple decision, columnar: " + SimpleDecision.Text, Race.Run(
            new Contender("hand-written C# loop over decimal[]", SimpleDecision.Rows, decision.HandWritten, IsPeer: true),
            new Contender("columnar, scaled columns", SimpleDecision.Rows, decision.ScaledColumns),
            new Contender("columnar, decimal columns", SimpleDecision.Rows, decision.DecimalColumns),
            new Contender("columnar, one row in ten misses a fact", SimpleDecision.Rows, decision.MissingOneInTen),
            new Contender("columnar, decimal[] to columns to decimal[]", SimpleDecision.Rows, decision.EndToEnd)));
        var large = new LargeNumbers();
        Report.Write(to, "The same on numbers of 20 digits, which do not fit in 64 bits", Race.Run(
            new Contender("hand-written C# loop over decimal[]", LargeNumbers.Rows, large.HandWritten, IsPeer: true),
            new Contender("columnar, 128-bit blocks", LargeNumbers.Rows, large.Columnar)));
        if (only == "decision") return 0;
        if (only == "threshold") return Threshold(to);
        var single = Race.Run(
            new Contender("scalar, one evaluation a row", SimpleDecision.SingleRows, decision.Scalar, IsPeer: true),
            new Contender("traced", SimpleDecision.SingleRows, decision.Traced)).ToList();
        if (FeelinPeer.Run(decision, to) is { } feelin) single.Add(feelin);
        Report.Write(to, "Simple decision, one evaluation at a time", single);
        foreach (var (rules, regular) in ((int, bool)[])[(20, false), (200, false), (3700, false), (3700, true)]) Table(to, rules, regular);
        return 0;
    }

    /// <summary>Where the scalar way's index begins to pay.</summary>
    private static int Threshold(TextWriter to)
    {
        foreach (var rules in (int[])[4, 8, 12, 16, 24, 32, 64])
        {
            var (scan, index) = (new TableWork(rules, false, int.MaxValue), new TableWork(rules, false, 0));
            Report.Write(to, $"{rules} rules, one evaluation a row", Race.Run(
                new Contender("scan", TableWork.SingleRows, scan.Scalar, IsPeer: true),
                new Contender("index", TableWork.SingleRows, index.Scalar)));
        }

        return 0;
    }

    private static void Table(TextWriter to, int rules, bool regular)
    {
        var clock = Stopwatch.StartNew();
        var work = new TableWork(rules, regular);
        var made = clock.ElapsedMilliseconds;
        Report.Write(to, $"Table of {rules} rules, {(regular ? "shared bands" : "bounds of its own each")} (compiled, indexed and checked in {made} ms)", Race.Run(
            new Contender("hand-written linear scan over decimal[]", TableWork.Rows, work.LinearScan, IsPeer: true),
            new Contender("columnar", TableWork.Rows, work.Columnar),
            new Contender("scalar, one evaluation a row", TableWork.SingleRows, work.Scalar)));
    }
}
