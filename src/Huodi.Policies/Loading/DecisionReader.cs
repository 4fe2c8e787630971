using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>Reads a 决策 block, with the table that follows it where it has no 结果.</summary>
internal static class DecisionReader
{
    public static Decision Read(YamlBlock yaml, int line, string article, PolicyDocument.TablePart? table, DiagnosticBag bag)
    {
        yaml.Only("编号", "名称", "适用", "条件", "结果", "单位", "文句", "认定", "批准", "提示", "法律事实", "允许空档", "议题", "可取", "冲突");
        var conditions = Conditions(yaml, "条件");
        var result = yaml.Text("结果");
        if ((conditions.Count > 0 ? 1 : 0) + (result is not null ? 1 : 0) + (table is not null ? 1 : 0) != 1)
        {
            bag.Error(yaml.File, line, "DECISION_FORM", "“决策”要么有“条件”（资格），要么有“结果”，要么后面跟一张表，只能取其一。",
                "资格写“条件”，数值写“结果”或接一张表；只在部分情形下有结果时，把情形写进“适用”。");
        }

        var read = table is null ? null : TableReader.Read(table, yaml.File, bag);
        return new()
        {
            Id = yaml.Text("编号") ?? article,
            Name = yaml.Required("名称"),
            ArticleId = article,
            IsEligibility = conditions.Count > 0,
            Applies = Conditions(yaml, "适用"),
            Conditions = conditions,
            Result = result,
            ResultLine = yaml.LineOf("结果"),
            Table = read,
            Unit = yaml.Text("单位") ?? (read?.Outputs is [var only] ? UnitText.Split(only).Unit : null),
            Quote = yaml.Text("文句") ?? "",
            Determinations = [.. yaml.Blocks("认定").Select(Finding)],
            Approvals = yaml.Texts("批准"),
            Notes = [.. yaml.Blocks("提示", "文").Select(n => (n.Required("文"), n.Text("当")))],
            Conflicts = [.. yaml.Blocks("冲突").Select(Conflict)],
            AllowsGaps = yaml.Text("允许空档") == "是",
            Allowed = yaml.Texts("可取"),
            Topic = yaml.Text("议题"),
            LegalFact = yaml.Text("法律事实"),
            Line = line,
        };
    }

    private static List<Condition> Conditions(YamlBlock yaml, string key) =>
    [
        .. yaml.Blocks(key).Select(b =>
        {
            b.Only("规则", "表达式", "文句");
            var expression = b.Required("表达式");
            return new Condition(b.Text("规则") ?? expression, expression, b.Text("文句") ?? "", b.LineOf("表达式"));
        }),
    ];

    private static ConflictRule Conflict(YamlBlock block)
    {
        block.Only("决策", "文", "当");
        return new(block.Required("决策"), block.Required("文"), block.Text("当"), block.Line);
    }

    private static FindingRule Finding(YamlBlock block)
    {
        block.Only("事项", "机关", "事实", "依据", "当", "已知时");
        var finding = new Answers.Determination(block.Required("事项"), block.Required("机关"), block.Required("事实"), block.Text("依据") ?? "");
        return new(finding, block.Text("当") ?? block.Text("已知时"), block.Text("已知时") is not null);
    }
}
