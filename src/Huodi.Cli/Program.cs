using System.Text;
using Huodi.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
return await HuodiCli.RunAsync(args, new(Console.Out, Console.Error, TimeProvider.System), CancellationToken.None);
