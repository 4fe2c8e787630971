using System.Diagnostics;
using System.Runtime;
using Huodi.Policies.Loading;

namespace Huodi.Bench.Startup;

/// <summary>Loads and compiles every package, as a fresh process does.</summary>
internal static class StartupRun
{
    public static int Once(string? folder, TextWriter to)
    {
        if ((folder ?? Find()) is not { } policies) return 2;
        for (var time = 1; time <= 3; time++)
        {
            var (clock, spent) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var (jit, methods) = (JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount());
            var loaded = PolicyFolder.Load(policies);
            to.WriteLine($"load {time}: {clock.Elapsed.TotalMilliseconds:0} ms ({(Environment.CpuUsage.TotalTime - spent).TotalMilliseconds:0} ms of processor time, "
                + $"of which {(JitInfo.GetCompilationTime() - jit).TotalMilliseconds:0} ms compiling {JitInfo.GetCompiledMethodCount() - methods} methods), {loaded.Library.Packages.Count} packages, "
                + $"{loaded.Library.Packages.Sum(p => p.Decisions.Count())} decisions, {loaded.Diagnostics.Count} diagnostics");
        }

        return 0;
    }

    public static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "policies"))) return Path.Combine(at.FullName, "policies");
        }

        return null;
    }
}
