using System.Diagnostics;

namespace Huodi.Cli.Land;

/// <summary>Tells about every step that takes over a second: when it has begun, and when it is done.</summary>
internal sealed class Steps(TextWriter to, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Runs a step; <paramref name="count"/>, when given, is asked for the progress to print.</summary>
    public async Task<T> RunAsync<T>(string name, Func<Task<T>> step, Func<string>? count = null)
    {
        var watch = Stopwatch.StartNew();
        await using var timer = time.CreateTimer(_ => to.WriteLine($"… {name}{(count is null ? "" : $"：{count()}")}（{watch.Elapsed.TotalSeconds:0} 秒）"), null, Patience, Patience);
        var result = await step();
        if (watch.Elapsed > Patience) to.WriteLine($"✓ {name}，用时 {watch.Elapsed.TotalSeconds:0.0} 秒");
        return result;
    }
}
