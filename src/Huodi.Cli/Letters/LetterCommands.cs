using System.CommandLine;
using Huodi.Cli.Policies;
using Huodi.Policies;
using Huodi.Policies.Letters;

namespace Huodi.Cli.Letters;

/// <summary><c>huodi letter …</c>: official letters from the templates beside the law.</summary>
internal static class LetterCommands
{
    public static Command Create(CliHost host) => new("letter", "文书：列出模板，生成公文（.docx），登记、查看、再输出、核对")
    {
        List(host),
        MakeLetterCommand.Create(host),
        KeptLetterCommands.Kept(host),
        KeptLetterCommands.Show(host),
        KeptLetterCommands.Again(host),
        CheckLetterCommand.Create(host),
    };

    /// <summary>The templates of a folder whose law and templates have no errors.</summary>
    /// <exception cref="CliException">LETTERS_BROKEN, with everything that is wrong.</exception>
    public static IReadOnlyList<LetterTemplate> Load(string folder, PolicyLibrary library)
    {
        var (templates, diagnostics) = LetterFolder.Load(folder, library);
        var errors = diagnostics.Where(d => d.IsError).ToList();
        return errors.Count == 0
            ? templates
            : throw new CliException("LETTERS_BROKEN", $"文书模板有 {errors.Count} 处错误：\n{string.Join('\n', errors)}", "改正后再试。");
    }

    private static Command List(CliHost host)
    {
        var policies = CliOptions.Policies();
        var command = new Command("list", "列出文书模板、依据和填写项") { policies };
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(policies)!;
            foreach (var template in Load(folder, PolicyCommands.Load(folder)))
            {
                host.Out.WriteLine($"{template.Id}　{template.Title}");
                host.Out.WriteLine($"  依据：{string.Join("、", template.Basis)}{(template.Requires.Count > 0 ? $"；须成立：{string.Join("、", template.Requires)}" : "")}");
                foreach (var entry in template.Entries) host.Out.WriteLine($"  填写：{entry.Name}（{entry.Type}）{entry.Note}");
            }

            return 0;
        });
        return command;
    }
}
