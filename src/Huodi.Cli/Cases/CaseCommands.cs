using System.CommandLine;

namespace Huodi.Cli.Cases;

/// <summary><c>huodi case …</c>: the procedures of the law, run as cases.</summary>
internal static class CaseCommands
{
    public static Command Create(CliHost host) => new("case", "案件：按程序立案、逐步办理、查看下一步")
    {
        ProceduresCommand.Create(host),
        OpenCaseCommand.Create(host),
        StepCommand.Create(host),
        ShowCaseCommand.Create(host),
        ListCasesCommand.Create(host),
    };
}
