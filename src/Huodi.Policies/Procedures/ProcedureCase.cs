using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Procedures;

/// <summary>
/// A procedure as it runs for one parcel: the steps done, and the one that is next, worked out from what was recorded and from nothing
/// else. A step cannot be skipped without a recorded ground, and nothing follows the end. Immutable.
/// </summary>
public sealed class ProcedureCase
{
    private readonly ImmutableList<CaseEvent> _events;

    private ProcedureCase(Procedure procedure, ImmutableList<CaseEvent> events, ProcedureStep? next) => (Procedure, _events, Next) = (procedure, events, next);

    /// <summary>The procedure.</summary>
    public Procedure Procedure { get; }

    /// <summary>What was done, in the order recorded.</summary>
    public IReadOnlyList<CaseEvent> Events => _events;

    /// <summary>The step that is next; null when the case has ended.</summary>
    public ProcedureStep? Next { get; }

    /// <summary>A case in which nothing has been done.</summary>
    public static ProcedureCase Open(Procedure procedure) => new(procedure, [], procedure.Steps[0]);

    /// <summary>The days the case has fixed, as the facts that the steps set.</summary>
    public JsonObject Facts()
    {
        var facts = new JsonObject();
        foreach (var done in _events)
        {
            if (Procedure.Steps.First(s => s.Name == done.Step).DayFact is { } fact) facts[fact] = done.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        return facts;
    }

    /// <summary>The answer that gives the last day for the next step; null when the law sets none, or the case has ended.</summary>
    /// <param name="library">The law.</param>
    /// <param name="facts">Further facts about the land; those of the case take precedence.</param>
    /// <param name="question">Day of the question and of the law.</param>
    public PolicyAnswer? Deadline(PolicyLibrary library, JsonObject facts, Question question)
    {
        if (Next?.Deadline is not { } decision) return null;
        var all = facts.DeepClone().AsObject();
        foreach (var (name, day) in Facts()) all[name] = day?.DeepClone();
        return library.Evaluate(decision, all, question);
    }

    /// <summary>Procedures of these that end the case now, with the decision that holds: for example DL-29a when building has begun.</summary>
    public IEnumerable<(ProcedureEnd End, PolicyAnswer Answer)> EndedBy(
        PolicyLibrary library, IEnumerable<PolicyPackage> governing, JsonObject facts, Question question) =>
        Next is null
            ? []
            : governing.SelectMany(p => p.Procedures).SelectMany(p => p.Ends).Where(e => e.Procedure == Procedure.Id)
                .Select(e => (e, library.Evaluate(e.Decision, facts, question))).Where(a => a.Item2.Outcome == Outcome.Met);

    /// <summary>What stands against recording a step; empty when nothing does.</summary>
    /// <param name="done">The step.</param>
    /// <param name="facts">What is known of the land, for documents that only some land needs; null leaves those aside.</param>
    public IReadOnlyList<CaseProblem> Problems(CaseEvent done, JsonObject? facts = null)
    {
        if (Next is null) return [new("CASE_ENDED", $"“{Procedure.Name}”已经结案。", "另立新案，或更正原来的登记。")];
        if (Procedure.Steps.FirstOrDefault(s => s.Name == done.Step) is not { } step)
            return [new("STEP_UNKNOWN", $"“{Procedure.Name}”没有步骤“{done.Step}”。", $"可用：{string.Join("、", Procedure.Steps.Select(s => s.Name))}。")];

        return [.. Against(step, done), .. facts is null ? [] : Conditional(step, done, facts)];
    }

    /// <summary>The case after a step.</summary>
    /// <exception cref="ArgumentException">Something stands against it; ask <see cref="Problems"/> first.</exception>
    public ProcedureCase With(CaseEvent done)
    {
        if (Problems(done) is [var problem, ..]) throw new ArgumentException(problem.Message, nameof(done));
        var next = Procedure.Steps.First(s => s.Name == done.Step).Next.First(n => n.Key == done.Outcome).Value;
        return new(Procedure, _events.Add(done), Procedure.Steps.FirstOrDefault(s => s.Name == next));
    }

    private static IEnumerable<CaseProblem> Conditional(ProcedureStep step, CaseEvent done, JsonObject facts)
    {
        foreach (var (document, fact) in step.DocumentsWhen.Where(d => !done.Documents.Contains(d.Key)))
        {
            switch (facts[fact]?.GetValueKind())
            {
                case System.Text.Json.JsonValueKind.False:
                    break;
                case System.Text.Json.JsonValueKind.True:
                    yield return new("STEP_DOCUMENT", $"“{fact}”为是，步骤“{step.Name}”缺材料“{document}”。", "补齐后再登记。");
                    break;
                default:
                    yield return new("STEP_DOCUMENT_OPEN", $"不知道“{fact}”，不能判断步骤“{step.Name}”要不要“{document}”。", $"先登记“{fact}”，或者附上这份材料。");
                    break;
            }
        }
    }

    private IEnumerable<CaseProblem> Against(ProcedureStep step, CaseEvent done)
    {
        if (step != Next && done.Ground.Length == 0)
            yield return new("STEP_SKIPPED", $"现在该办的是“{Next?.Name}”，不是“{step.Name}”。", "先办前一步；确需越过的，写明理由和依据。");
        if (step.Next.All(n => n.Key != done.Outcome))
            yield return new("OUTCOME_UNKNOWN", $"步骤“{step.Name}”没有结果“{done.Outcome}”。", $"可用：{string.Join("、", step.Next.Select(n => n.Key))}。");
        if (step.Roles.Count > 0 && !step.Roles.Contains(done.Role))
            yield return new("STEP_ROLE", $"步骤“{step.Name}”不由“{done.Role}”办理。", $"应由：{string.Join("、", step.Roles)}。");
        foreach (var missing in step.Documents.Except(done.Documents, StringComparer.Ordinal))
            yield return new("STEP_DOCUMENT", $"步骤“{step.Name}”缺材料“{missing}”。", "补齐后再登记。");
        if (_events.Count > 0 && done.Day < _events[^1].Day)
            yield return new("STEP_DAY", $"“{step.Name}”的日期 {done.Day:yyyy-MM-dd} 早于前一步“{_events[^1].Step}”的 {_events[^1].Day:yyyy-MM-dd}。", "核对日期；前一步写错的，先更正前一步。");
    }
}
