using System.CommandLine;
using System.Text;
using Huodi.Formats.Files;
using Huodi.Policies.Exporting;
using Huodi.Rules;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy export ID --dmn FILE</c>: a package's decisions as DMN 1.3.</summary>
internal static class ExportCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("编号") { Description = "法规编号，例如 dalian-2025" };
        var file = new Option<FileInfo>("--dmn") { Description = "要写的 DMN 1.3 文件", Required = true };
        var policies = CliOptions.Policies();
        var command = new Command("export", "把一份法规的决策写成 DMN 1.3") { id, file, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var wanted = parse.GetValue(id)!;
            if (library.Packages.All(p => p.Id != wanted)) throw new CliException("POLICY_UNKNOWN", $"没有编号为“{wanted}”的法规。", "用 huodi policy list 看法规编号。");
            var model = DmnExport.Model(library, wanted);
            var target = parse.GetValue(file)!.FullName;
            await WholeFile.WriteAsync(target, new UTF8Encoding(false), w => w.WriteAsync(DmnWriter.Write(model, DmnVersion.V13)), cancellation);
            host.Out.WriteLine($"已写 {target}：{model.Decisions.Count} 个决策，{model.Inputs.Count} 项输入。");
            return 0;
        });
        return command;
    }
}
