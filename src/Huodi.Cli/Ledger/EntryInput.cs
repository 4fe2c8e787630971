using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Cli.Ledger;

/// <summary>An entry as it is written on the command line.</summary>
internal static class EntryInput
{
    /// <summary>Fields written as <c>名称=值</c>.</summary>
    /// <exception cref="CliException">LEDGER_FIELD_TEXT, FACT_UNKNOWN.</exception>
    public static JsonObject Fields(IEnumerable<string> pairs, FactDictionary dictionary)
    {
        var fields = new JsonObject();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new CliException("LEDGER_FIELD_TEXT", $"字段“{pair}”写法不对。", "写成 名称=值，例如 缴款金额=500000.00。");
            var name = pair[..at].Trim();
            var fact = dictionary.Find(name) ?? throw new CliException("FACT_UNKNOWN", $"词典里没有“{name}”。", NearestName.To(name, dictionary.Names) is { } near ? $"是否为“{near}”？" : "用 huodi ledger kinds 看可用的字段。");
            fields[name] = FieldText.Read(pair[(at + 1)..], fact);
        }

        return fields;
    }

    /// <summary>The document, with the hash of its file where one is given.</summary>
    public static SourceDocument Document(string name, FileInfo? file)
    {
        if (file is null) return Guarded(() => new SourceDocument(name));
        if (!file.Exists) throw new CliException("LEDGER_DOCUMENT_FILE", $"找不到依据文件 {file.FullName}。", "检查 --file 后的路径。");
        using var content = file.OpenRead();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return Guarded(() => new SourceDocument(name, hash));
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
