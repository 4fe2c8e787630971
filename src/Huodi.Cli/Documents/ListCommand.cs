using System.CommandLine;
using Huodi.Cli.Land;

namespace Huodi.Cli.Documents;

/// <summary><c>huodi document list</c>: the files kept.</summary>
internal static class ListCommand
{
    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var command = new Command("list", "列出存入的文件") { store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var count = 0;
            await foreach (var document in land.Documents.ListAsync(cancellation))
            {
                host.Out.WriteLine(DocumentText.Line(document));
                count++;
            }

            host.Out.WriteLine($"共 {count} 份。");
            return 0;
        });
        return command;
    }
}
