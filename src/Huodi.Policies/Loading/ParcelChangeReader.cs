using System.Globalization;
using Huodi.Domain.Lineage;
using Huodi.Policies.Facts;
using Huodi.Policies.Lineage;

namespace Huodi.Policies.Loading;

/// <summary>Reads <c>parcel-changes.yaml</c>.</summary>
internal static class ParcelChangeReader
{
    public const string FileName = "parcel-changes.yaml";

    private static readonly (string Name, ParcelChangeKind Kind)[] Kinds =
        [("分割", ParcelChangeKind.Split), ("合并", ParcelChangeKind.Merge), ("界址变更", ParcelChangeKind.Reshape)];

    public static ParcelChangeProfile Read(string text, FactDictionary dictionary, DiagnosticBag bag)
    {
        if (YamlBlock.Parse(text, FileName, 1, bag) is not { } yaml) return ParcelChangeProfile.None;
        yaml.Only("名称", "容差", "重填单位", "重填事实");
        var facts = yaml.Texts("重填事实");
        foreach (var fact in facts.Where(f => dictionary.Find(f) is null))
            bag.Error(FileName, yaml.LineOf("重填事实"), "FACT_UNKNOWN", $"事实词典里没有“{fact}”。", Nearest.Hint(fact, dictionary.Names));
        return new()
        {
            Name = yaml.Required("名称"),
            Tolerances = Tolerances(yaml, bag),
            RestateUnits = yaml.Texts("重填单位"),
            RestateFacts = facts,
        };
    }

    private static Dictionary<ParcelChangeKind, AreaTolerance> Tolerances(YamlBlock yaml, DiagnosticBag bag)
    {
        var all = new Dictionary<ParcelChangeKind, AreaTolerance>();
        foreach (var block in yaml.Blocks("容差"))
        {
            block.Only([.. Kinds.Select(k => k.Name)]);
            foreach (var (name, kind) in Kinds)
            {
                if (block.Blocks(name) is not [var one, ..]) continue;
                one.Only("相对", "绝对", "说明");
                all[kind] = new(Number(one, "相对", bag), Number(one, "绝对", bag));
            }
        }

        return all;
    }

    private static decimal Number(YamlBlock block, string key, DiagnosticBag bag)
    {
        if (decimal.TryParse(block.Required(key), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= 0) return number;
        bag.Error(FileName, block.LineOf(key), "NUMBER", $"“{key}”应为不小于 0 的数，实为“{block.Text(key)}”。", "相对写比值，如 0.0002；绝对写平方米。");
        return 0;
    }
}
