using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>What a policy laboratory supposes in place of a policies folder's law: other documents, other values of parameters.</summary>
/// <param name="Documents">Folders with a <c>policy.md</c>; one whose id the policies folder has takes its place, any other is added.</param>
/// <param name="Settings">Parameters with the value to suppose.</param>
public sealed record PolicyVariant(IReadOnlyList<string> Documents, IReadOnlyList<ParameterSetting> Settings)
{
    /// <summary>The folder as it is.</summary>
    public static PolicyVariant None { get; } = new([], []);

    /// <summary>The documents with the settings in force; a setting that fits no parameter is reported.</summary>
    internal List<PolicyPackage> Apply(List<PolicyPackage> documents, DiagnosticBag bag)
    {
        foreach (var setting in Settings)
        {
            var at = documents.FindIndex(d => d.Id == setting.Package);
            var known = at < 0 ? [] : documents[at].Parameters;
            if (known.FirstOrDefault(p => p.Name == setting.Parameter) is { } parameter) documents[at] = Set(documents[at], parameter, setting);
            else bag.Error(at < 0 ? setting.Package : documents[at].File, 1, "SETTING_PARAMETER", $"“{setting.Package}”没有参数“{setting.Parameter}”。", Nearest.Hint(setting.Parameter, known.Select(p => p.Name)));
        }

        return documents;
    }

    /// <summary>The supposed value holds on every day; the text's hash changes with it, and so does every receipt.</summary>
    private static PolicyPackage Set(PolicyPackage package, Parameter parameter, ParameterSetting setting) => package with
    {
        Parameters = [.. package.Parameters.Select(p => p == parameter ? p with { Values = [new(DateOnly.MinValue, setting.Value)], Authority = "政策实验室的假设" } : p)],
        Hash = Receipts.HashText($"{package.Hash}\n{setting.Parameter}={setting.Value}"),
    };
}
