namespace Huodi.App.Laboratory;

/// <summary>Amounts of one question summed over all subjects compared, in 元, exact.</summary>
/// <param name="Part">Part of an answer that is an object; empty otherwise.</param>
/// <param name="From">Sum of the first side's amounts where both sides are decided.</param>
/// <param name="To">Sum of the second side's amounts where both sides are decided.</param>
/// <param name="Changed">Subjects whose known difference is not zero.</param>
/// <param name="Begins">Of these, subjects that have an amount on the second side only.</param>
/// <param name="Ends">Of these, subjects that have an amount on the first side only.</param>
/// <param name="Open">Subjects with an amount on one side while the other is not decided; they are in no sum.</param>
public sealed record MoneySum(string Part, decimal From, decimal To, int Changed, int Begins, int Ends, int Open)
{
    /// <summary>The second sum less the first.</summary>
    public decimal Difference => To - From;

    internal MoneySum Add(MoneyChange change) => change.Difference is not { } difference
        ? this with { Open = Open + 1 }
        : this with
        {
            From = From + (change.From ?? 0),
            To = To + (change.To ?? 0),
            Changed = Changed + (difference != 0 ? 1 : 0),
            Begins = Begins + (difference != 0 && change.From is null ? 1 : 0),
            Ends = Ends + (difference != 0 && change.To is null ? 1 : 0),
        };
}
