using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>Reads a 程序 block: steps as plain text, which follow one another, or as mappings with role, clock, documents and outcomes.</summary>
internal static class ProcedureReader
{
    /// <summary>The procedure; null for a block that names no steps (it tells who does what, in words).</summary>
    public static Procedure? Read(YamlBlock yaml, string article, int line, DiagnosticBag bag)
    {
        var blocks = yaml.Blocks("步骤", "步骤");
        if (blocks.Count == 0) return null;

        var roles = yaml.Texts("角色");
        var names = blocks.Select(b => b.Text("步骤") ?? "").ToList();
        var steps = blocks.Select((b, i) => Step(b, i + 1 < names.Count ? names[i + 1] : "", roles, names, bag)).ToList();
        foreach (var twice in steps.GroupBy(s => s.Name).Where(g => g.Count() > 1).Select(g => g.Last()))
            bag.Error(yaml.File, twice.Line, "STEP_TWICE", $"步骤“{twice.Name}”写了两次。", "同一程序里每步一个名称。");
        foreach (var lost in Unreachable(steps))
            bag.Error(yaml.File, lost.Line, "STEP_UNREACHABLE", $"没有一个结果通向步骤“{lost.Name}”。", "在前面某一步的“结果”里写上它，或删去它。");

        var name = yaml.Text("名称") ?? article;
        var row = yaml.Texts("编号").FirstOrDefault(article).Split('/')[0];
        var ends = yaml.Blocks("终止").Select(End).ToList();
        var note = string.Join("", new[] { yaml.Text("说明"), yaml.Text("时限") is { } term ? $"时限：{term}。" : null });
        return new($"{row}/{name}", article, name, steps, ends, note, line) { Running = yaml.Text("进行") };
    }

    private static ProcedureEnd End(YamlBlock yaml)
    {
        yaml.Only("程序", "决策", "案内发生");
        return new(yaml.Required("程序"), yaml.Required("决策"), yaml.Texts("案内发生"));
    }

    private static IEnumerable<StepFact> Sets(YamlBlock yaml, List<KeyValuePair<string, string>> outcomes, DiagnosticBag bag)
    {
        foreach (var set in yaml.Blocks("置").SelectMany(b => b.Keys.Select(k => new StepFact(k, b.Text(k) ?? "", "")))) yield return set;
        foreach (var block in yaml.Blocks("结果置"))
        {
            foreach (var outcome in block.Keys)
            {
                if (outcomes.All(o => o.Key != outcome))
                    bag.Error(yaml.File, block.LineOf(outcome), "STEP_OUTCOME", $"“{outcome}”不是这一步的结果。", $"可用：{string.Join("、", outcomes.Select(o => o.Key))}。");
                foreach (var set in block.Blocks(outcome).SelectMany(b => b.Keys.Select(k => new StepFact(k, b.Text(k) ?? "", outcome)))) yield return set;
            }
        }
    }

    private static ProcedureStep Step(YamlBlock yaml, string following, IReadOnlyList<string> roles, List<string> names, DiagnosticBag bag)
    {
        yaml.Only("步骤", "角色", "材料", "视情材料", "填写", "结果填写", "文书", "同种类", "记为", "置", "结果置", "最迟", "结果");
        var outcomes = yaml.Blocks("结果").SelectMany(b => b.Keys.Select(k => KeyValuePair.Create(k, b.Text(k) ?? ""))).ToList();
        if (outcomes.Count == 0) outcomes = [KeyValuePair.Create(ProcedureStep.Done, following)];
        foreach (var (outcome, next) in outcomes.Where(o => o.Value.Length > 0 && o.Value != ProcedureStep.End && !names.Contains(o.Value)))
            bag.Error(yaml.File, yaml.LineOf("结果"), "STEP_UNKNOWN", $"结果“{outcome}”之后的步骤“{next}”不在这个程序里。", $"{Nearest.Hint(next, names)} 不再有下一步的写“{ProcedureStep.End}”。");
        return new(
            yaml.Required("步骤"),
            yaml.Texts("角色") is { Count: > 0 } own ? own : roles,
            yaml.Texts("材料"),
            yaml.Text("文书"),
            yaml.Text("记为"),
            yaml.Text("最迟"),
            [.. outcomes.Select(o => KeyValuePair.Create(o.Key, o.Value == ProcedureStep.End ? "" : o.Value))],
            yaml.Line)
        {
            DocumentsWhen = [.. yaml.Blocks("视情材料").SelectMany(b => b.Keys.Select(k => KeyValuePair.Create(k, b.Text(k) ?? "")))],
            Fields = yaml.Texts("填写"),
            FieldsWhen = [.. yaml.Blocks("结果填写").SelectMany(b => b.Keys.SelectMany(k => b.Texts(k).Select(f => KeyValuePair.Create(k, f))))],
            Sets = [.. Sets(yaml, outcomes, bag)],
            SameAs = yaml.Text("同种类"),
        };
    }

    private static IEnumerable<ProcedureStep> Unreachable(List<ProcedureStep> steps)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { steps[0].Name };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            foreach (var (_, next) in steps.Where(s => s.Name == name).SelectMany(s => s.Next))
            {
                if (next.Length > 0 && reached.Add(next)) open.Enqueue(next);
            }
        }

        return steps.Where(s => !reached.Contains(s.Name));
    }
}
