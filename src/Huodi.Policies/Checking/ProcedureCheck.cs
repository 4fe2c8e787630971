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
                foreach (var (ended, decision) in procedure.Ends)
                {
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
        if (step.Deadline is { } decision && library.FindDecision(decision) is null)
            bag.Error(package.File, step.Line, "DECISION_UNKNOWN", $"没有决策“{decision}”。", Decisions(library, decision));
    }

    private static string Decisions(PolicyLibrary library, string id) => Nearest.Hint(id, library.Packages.SelectMany(p => p.Decisions).Select(d => d.Id));
}
