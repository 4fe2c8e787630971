using System.CommandLine;

namespace Huodi.Cli.Quality;

/// <summary><c>huodi quality …</c></summary>
internal static class QualityCommands
{
    public static Command Create(CliHost host) => new("quality", "检查宗地的图形、编码、面积和邻接，提出修复建议")
    {
        CheckCommand.Create(host),
        RepairCommand.Create(host),
    };
}
