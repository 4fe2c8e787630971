using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Huodi.Bench;
using Huodi.Bench.City;
using Huodi.Bench.Startup;

// short    races of all contenders in one process, a minute (the default)
// full     the same through BenchmarkDotNet, some minutes; further arguments go to it (--filter *Table*)
// city     all packages over all parcels of a city, in columns and row by row
// startup  loads and compiles the policies folder given (or found above) in a fresh process
switch (args.FirstOrDefault() ?? "short")
{
    case "short":
        return ShortRun.All(Console.Out, args.ElementAtOrDefault(1));
    case "full":
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        _ = BenchmarkSwitcher.FromAssembly(typeof(ShortRun).Assembly).Run(
            args.Length > 1 ? args[1..] : ["--filter", "*"], DefaultConfig.Instance.AddJob(job));
        return 0;
    case "startup":
        return StartupRun.Once(args.ElementAtOrDefault(1), Console.Out);
    case "city":
        var parcels = int.Parse(args.ElementAtOrDefault(1) ?? "1000000", System.Globalization.CultureInfo.InvariantCulture);
        return CityRun.Once(args.ElementAtOrDefault(2), parcels, Console.Out);
    default:
        Console.Error.WriteLine("short | full [BenchmarkDotNet arguments] | startup [policies folder] | city [parcels] [policies folder]");
        return 2;
}
