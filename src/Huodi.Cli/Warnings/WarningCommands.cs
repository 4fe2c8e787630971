using System.CommandLine;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi warnings …</c></summary>
internal static class WarningCommands
{
    public static Command Create(CliHost host) => new("warnings", "预警：每日核对、列表、签收、转办、办结、经过")
    {
        RunCommand.Create(host),
        ListCommand.Create(host),
        ShowCommand.Create(host),
        ActCommands.Acknowledge(host),
        ActCommands.Delegate(host),
        ActCommands.Close(host),
        HistoryCommand.Create(host),
    };
}
