using System.CommandLine;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger …</c></summary>
internal static class LedgerCommands
{
    public static Command Create(CliHost host) => new("ledger", "全生命周期台账：登记、导入、更正、查看、事实、核验")
    {
        KindsCommand.Create(host),
        AddCommand.Create(host),
        CorrectCommand.Create(host),
        TemplateCommand.Create(host),
        ImportCommand.Create(host),
        ShowCommand.Create(host),
        FactsCommand.Create(host),
        StateCommand.Create(host),
        DueCommand.Create(host),
        MoneyCommand.Create(host),
        VerifyCommand.Create(host),
    };
}
