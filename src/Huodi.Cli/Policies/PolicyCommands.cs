using System.CommandLine;
using Huodi.Policies;
using Huodi.Policies.Loading;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy …</c></summary>
internal static class PolicyCommands
{
    public static Command Create(CliHost host) => new("policy", "法规：提问、列出、查看、检查、覆盖情况、案例")
    {
        EvaluateCommand.Create(host),
        ListCommand.Create(host),
        ShowCommand.Create(host),
        CheckCommand.Create(host),
        CoverageCommand.Create(host),
        TestCommand.Create(host),
        ExplainCommand.Create(host),
        CompareCommand.Create(host),
        DiffCommand.Create(host),
        NewCommand.Create(host),
        ExportCommand.Create(host),
    };

    /// <summary>Loads a folder that has no errors.</summary>
    /// <exception cref="CliException">POLICIES_BROKEN, with everything that is wrong.</exception>
    public static PolicyLibrary Load(string folder) => Load(folder, PolicyVariant.None);

    /// <summary>Loads a variant of a folder that has no errors.</summary>
    /// <exception cref="CliException">POLICIES_BROKEN, with everything that is wrong.</exception>
    public static PolicyLibrary Load(string folder, PolicyVariant variant)
    {
        var loaded = LoadAny(folder, variant);
        if (!loaded.HasErrors) return loaded.Library;
        var errors = loaded.Diagnostics.Where(d => d.IsError).ToList();
        throw new CliException("POLICIES_BROKEN", $"法规有 {errors.Count} 处错误，不能提问：\n{string.Join('\n', errors)}", "改正后用 huodi policy check 再查一遍。");
    }

    /// <summary>Loads a folder with whatever is wrong in it.</summary>
    public static LoadedPolicies LoadAny(string folder) => LoadAny(folder, PolicyVariant.None);

    private static LoadedPolicies LoadAny(string folder, PolicyVariant variant)
    {
        try
        {
            return PolicyFolder.Load(folder, variant);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new CliException("POLICIES_MISSING", missing.Message, "");
        }
    }
}
