namespace Huodi.Cli;

/// <summary>Something the user can mend: the command stops with the message and exit code 1.</summary>
public sealed class CliException(string code, string message, string suggestion) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The remedy.</summary>
    public string Suggestion { get; } = suggestion;
}
