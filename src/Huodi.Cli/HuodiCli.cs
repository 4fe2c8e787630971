using System.CommandLine;
using Huodi.App.Stores;
using Huodi.Cli.Cases;
using Huodi.Cli.Dmn;
using Huodi.Cli.Documents;
using Huodi.Cli.Filing;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Cli.Letters;
using Huodi.Cli.Overlays;
using Huodi.Cli.Policies;
using Huodi.Cli.Quality;
using Huodi.Cli.Registers;
using Huodi.Cli.Stores;
using Huodi.Cli.Warnings;
using Huodi.Domain;
using Huodi.Policies.Facts;

namespace Huodi.Cli;

/// <summary>The command line.</summary>
public static class HuodiCli
{
    private const int Failed = 1;

    /// <summary>Runs a command; the result is the exit code: 0 done, 1 refused with a message.</summary>
    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        var root = new RootCommand("活地 Huodi：盘活存量土地。用 --help 看每个命令的说明。")
        {
            PolicyCommands.Create(host),
            DmnCommands.Create(host),
            ImportCommands.Create(host),
            ImportsCommand.Create(host),
            CoordinateTextCommand.Create(host),
            DemoCommands.Create(host),
            AssessCommand.Create(host),
            QualityCommands.Create(host),
            RegisterCommands.Create(host),
            ParcelCommands.Create(host),
            ControlCommands.Create(host),
            OverlayCommand.Create(host),
            FileCommands.Create(host),
            LedgerCommands.Create(host),
            WarningCommands.Create(host),
            WatchCommand.Create(host),
            ServeCommand.Create(host),
            StartCommand.Create(host),
            StoreCommands.Create(host),
            LetterCommands.Create(host),
            CaseCommands.Create(host),
            DocumentCommands.Create(host),
        };
        try
        {
            var configuration = new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
            return await root.Parse(args).InvokeAsync(configuration, cancellation);
        }
        catch (CliException refused)
        {
            return Refuse(host, refused.Code, refused.Message, refused.Suggestion);
        }
        catch (FactsException refused)
        {
            return Refuse(host, refused.Code, refused.Message, refused.Suggestion);
        }
        catch (StoreException refused)
        {
            return Refuse(host, refused.Code, refused.Message, "");
        }
        catch (DomainException refused)
        {
            return Refuse(host, refused.Code, refused.Message, "");
        }
        catch (IOException problem)
        {
            return Refuse(host, "FILE", problem.Message, "检查路径和写入权限。");
        }
        catch (UnauthorizedAccessException problem)
        {
            return Refuse(host, "FILE", problem.Message, "检查路径和写入权限。");
        }
    }

    private static int Refuse(CliHost host, string code, string message, string suggestion)
    {
        host.Error.WriteLine($"错误 {code}：{message}");
        if (suggestion.Length > 0) host.Error.WriteLine($"建议：{suggestion}");
        return Failed;
    }
}
