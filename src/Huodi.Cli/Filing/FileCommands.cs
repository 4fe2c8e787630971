using System.CommandLine;

namespace Huodi.Cli.Filing;

/// <summary><c>huodi file …</c></summary>
internal static class FileCommands
{
    public static Command Create(CliHost host) => new("file", "上报成果包：导出，或把成果包完整读回")
    {
        ExportCommand.Create(host),
        ImportPackageCommand.Create(host),
    };
}
