using System.CommandLine;

namespace Huodi.Cli.Documents;

/// <summary><c>huodi document …</c>: the files of documents.</summary>
internal static class DocumentCommands
{
    public static Command Create(CliHost host) => new("document", "依据文件：存入、列出、取出、核对")
    {
        KeepCommand.Create(host),
        ListCommand.Create(host),
        GetCommand.Create(host),
        CheckCommand.Create(host),
    };
}
