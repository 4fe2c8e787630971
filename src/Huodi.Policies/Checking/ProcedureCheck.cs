using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Checking;

/// <summary>Finds names in procedures that nothing defines.</summary>
internal static class ProcedureCheck
{
    public static void Run(PolicyLibrary library, DiagnosticBag bag)
    {
        var procedures = library.Packages.SelectMany(p => p.Procedures).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var package in library.Packages)
        {
            foreach (var procedure in package.Procedures)
            {
                foreach (var step in procedure.Steps) Check(library, package, step, bag);
                foreach (var (ended, decision, within) in procedure.Ends)
                {
                    foreach (var fact in within.Where(f => library.Dictionary.Find(f) is null))
                        bag.Error(package.File, procedure.Line, "STEP_FACT", $"“{fact}”不在事实词典里。", Nearest.Hint(fact, library.Dictionary.Names));
                    if (!procedures.Contains(ended)) bag.Error(package.File, procedure.Line, "PROCEDURE_UNKNOWN", $"没有程序“{ended}”。", Nearest.Hint(ended, procedures));
                    if (library.FindDecision(decision) is null) bag.Error(package.File, procedure.Line, "DECISION_UNKNOWN", $"没有决策“{decision}”。", Decisions(library, decision));
                }
            }
        }
    }

    private static void Check(PolicyLibrary library, PolicyPackage package, ProcedureStep step, DiagnosticBag bag)
    {
        if (step.DayFact is { } fact && library.Dictionary.Find(fact) is not { Type: "date" })
            bag.Error(package.File, step.Line, "STEP_FACT", $"“{fact}”不是事实词典里的日期。", Nearest.Hint(fact, library.Dictionary.All.Where(f => f.Type == "date").Select(f => f.Name)));
        foreach (var (document, when) in step.DocumentsWhen.Where(d => library.Dictionary.Find(d.Value) is not { Type: "boolean" }))
            bag.Error(package.File, step.Line, "STEP_FACT", $"视情材料“{document}”的“{when}”不是事实词典里的是非。", Booleans(library, when));
        foreach (var field in step.Fields.Concat(step.FieldsWhen.Select(f => f.Value)).Where(f => library.Dictionary.Find(f) is null))
            bag.Error(package.File, step.Line, "STEP_FACT", $"填写的“{field}”不在事实词典里。", Nearest.Hint(field, library.Dictionary.Names));
        foreach (var set in step.Sets) Check(library, package, step, set, bag);
        if (step.Deadline is { } decision && library.FindDecision(decision) is null)
            bag.Error(package.File, step.Line, "DECISION_UNKNOWN", $"没有决策“{decision}”。", Decisions(library, decision));
    }

    private static void Check(PolicyLibrary library, PolicyPackage package, ProcedureStep step, StepFact set, DiagnosticBag bag)
    {
        if (library.Dictionary.Find(set.Fact) is not { } fact)
        {
            bag.Error(package.File, step.Line, "STEP_FACT", $"“{set.Fact}”不在事实词典里。", Nearest.Hint(set.Fact, library.Dictionary.Names));
            return;
        }

        try
        {
            if (set.Value != StepFact.Day) _ = FactValues.Read(JsonNode.Parse(set.Value), fact);
            else if (fact.Type != "date") bag.Error(package.File, step.Line, "STEP_FACT", $"“{set.Fact}”不是日期，不能置为{StepFact.Day}。", "写一个值。");
        }
        catch (Exception wrong) when (wrong is FactsException or JsonException)
        {
            bag.Error(package.File, step.Line, "STEP_FACT", $"“{set.Fact}”不能置为“{set.Value}”。", $"写成{fact.Type}的值，文字加引号。");
        }
    }

    private static string Booleans(PolicyLibrary library, string name) =>
        Nearest.Hint(name, library.Dictionary.All.Where(f => f.Type == "boolean").Select(f => f.Name));

    private static string Decisions(PolicyLibrary library, string id) => Nearest.Hint(id, library.Packages.SelectMany(p => p.Decisions).Select(d => d.Id));
}
