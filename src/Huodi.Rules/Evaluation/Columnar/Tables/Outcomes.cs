using Huodi.Rules.Evaluation.Scalar;
using Huodi.Rules.Tables.Index;

namespace Huodi.Rules.Evaluation.Columnar.Tables;

/// <summary>
/// What a table gives, each different thing once. An outcome is computed by the scalar way's own hit policies from the rules that match
/// and those that still may; where that needs the facts of the row, the outcome is <see cref="NeedsRow"/>.
/// </summary>
internal sealed class Outcomes(TableStep table, BoundProgram program)
{
    /// <summary>The row has to be evaluated the scalar way.</summary>
    public const int NeedsRow = 0;

    private static readonly MissingValue Waiting = new(["?"]);

    private readonly List<FeelValue?> values = [null];
    private readonly Dictionary<FeelValue, int> places = [];
    private readonly Dictionary<(RuleSetKey, RuleSetKey), int> known = [];
    private readonly bool[] constant = [.. table.Table.Rules.Select(r => r.Outputs.All(o => o is Binding.BoundConstant))];
    private readonly bool constantDefault = table.Table.Outputs.All(o => o.Default is null or Binding.BoundConstant);

    public IReadOnlyList<FeelValue?> Values => values;

    /// <summary>The outcome where the rules of <paramref name="set"/> may match and those of <paramref name="certain"/> do.</summary>
    public int Of(ulong[] set, ulong[] certain)
    {
        var key = (new RuleSetKey(set), new RuleSetKey(certain));
        return known.TryGetValue(key, out var place) ? place : known[key] = Place(set, certain);
    }

    private int Place(ulong[] set, ulong[] certain)
    {
        var hits = new List<TableStep.Hit>();
        var sure = false;
        foreach (var rule in RuleSet.Members(set))
        {
            if (!constant[rule]) return NeedsRow;
            var matches = ((certain[rule >> 6] >> rule) & 1) != 0;
            hits.Add(new TableStep.Hit(table.Rules[rule], matches ? null : Waiting));
            sure |= matches;
            if (matches && table.Table.Source.HitPolicy == HitPolicy.First) break;
        }

        if (!sure && !constantDefault) return NeedsRow;
        var session = new Session(program.Names, new FeelValue?[program.Names.Count], new Budget(Limits.Default, default));
        var value = Undecided.Collapse(HitPolicies.Decide(table, new Frame(session, program.FrameSize, null), hits));
        if (value is MissingValue) value = Waiting;
        if (places.TryGetValue(value, out var place)) return place;
        values.Add(value);
        return places[value] = values.Count - 1;
    }
}
