using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>
/// A city sets the parameters that a document leaves open in a package of its own (<c>overrides: dalian-2025</c>), dated and with the words
/// of the document that sets them. Only a parameter that exists can be set, and no figure of the law is replaced.
/// </summary>
internal static class ParameterOverrides
{
    public static List<PolicyPackage> Apply(List<PolicyPackage> documents, DiagnosticBag bag)
    {
        foreach (var setter in documents.Where(d => d.Overrides is not null).ToList())
        {
            var at = documents.FindIndex(d => d.Id == setter.Overrides);
            if (at < 0)
            {
                bag.Error(setter.File, 1, "OVERRIDE_TARGET", $"overrides 写的“{setter.Overrides}”不是任何法规的 id。", Nearest.Hint(setter.Overrides!, documents.Select(d => d.Id)));
                continue;
            }

            documents[at] = Set(documents[at], setter, bag);
        }

        return documents;
    }

    private static PolicyPackage Set(PolicyPackage target, PolicyPackage setter, DiagnosticBag bag)
    {
        var parameters = target.Parameters.ToList();
        foreach (var given in setter.Parameters)
        {
            var at = parameters.FindIndex(p => p.Name == given.Name);
            if (at < 0)
                bag.Error(setter.File, given.Line, "OVERRIDE_PARAMETER", $"《{target.Title}》没有参数“{given.Name}”。", Nearest.Hint(given.Name, parameters.Select(p => p.Name)));
            else if (parameters[at].Office.Length == 0)
                bag.Error(setter.File, given.Line, "OVERRIDE_LAW", $"参数“{given.Name}”的值由《{target.Title}》写明，不能另设。", "只能设定写着“待定”的参数。");
            else if (parameters[at].Values.Count > 0)
                bag.Error(setter.File, given.Line, "OVERRIDE_TWICE", $"参数“{given.Name}”已由另一份文件（{parameters[at].Authority}）设定。", "把各起始日的值写在同一份文件里。");
            else
                parameters[at] = parameters[at] with { Values = given.Values, Authority = $"{setter.Title} {setter.Number}".Trim() };
        }

        // The figures are part of what an answer rests on, so the package's hash and every receipt change with them.
        return target with { Parameters = parameters, Hash = Receipts.HashText(target.Hash + setter.Hash) };
    }
}
