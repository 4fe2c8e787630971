using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain;
using Huodi.Policies.Facts;

namespace Huodi.Cli.Ledger;

/// <summary>An entry as it is written on the command line.</summary>
internal static class EntryInput
{
    /// <summary>Fields written as <c>名称=值</c>.</summary>
    /// <exception cref="CliException">LEDGER_FIELD_TEXT, FACT_UNKNOWN.</exception>
    public static JsonObject Fields(IEnumerable<string> pairs, FactDictionary dictionary)
    {
        var (fields, faults) = FieldText.Pairs(pairs, dictionary);
        return faults is [var first, ..] ? throw new CliException(first.Code, first.Message, first.Suggestion) : fields;
    }

    /// <summary>Runs it; what the domain refuses is refused to the user.</summary>
    public static T Guarded<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (DomainException wrong)
        {
            throw new CliException(wrong.Code, wrong.Message, "");
        }
    }

    /// <summary>Refuses a draft that is not as its kind declares.</summary>
    /// <exception cref="CliException">LEDGER_REFUSED, with everything that is wrong.</exception>
    public static void Require(IReadOnlyList<EntryFault> faults)
    {
        if (faults.Count == 0) return;
        var lines = faults.Select(f => $"  {f.Code}：{f.Message}{(f.Suggestion.Length > 0 ? $" 建议：{f.Suggestion}" : "")}");
        throw new CliException("LEDGER_REFUSED", $"这条登记有 {faults.Count} 处不对，没有登记：\n{string.Join('\n', lines)}", "");
    }
}
