namespace Huodi.Cli;

/// <summary>What the commands may touch of the world: where they print, and the clock.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Time">The clock.</param>
public sealed record CliHost(TextWriter Out, TextWriter Error, TimeProvider Time)
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    /// <summary>Today in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(InChina(Time.GetUtcNow()));

    /// <summary>Day and time of day in China, wherever the machine believes it is.</summary>
    public static DateTime InChina(DateTimeOffset moment) => moment.ToOffset(ChinaStandardTime).DateTime;
}
