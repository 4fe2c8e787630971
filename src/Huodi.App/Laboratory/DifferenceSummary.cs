namespace Huodi.App.Laboratory;

/// <summary>A comparison in figures.</summary>
/// <param name="Parcels">Parcels compared.</param>
/// <param name="Grants">Grants compared.</param>
/// <param name="ChangedParcels">Parcels with a change.</param>
/// <param name="ChangedGrants">Grants with a change.</param>
/// <param name="ChangedGenerated">Of the changed parcels, those generated for demonstration.</param>
/// <param name="ByDecision">Every question that was asked, in the order of the law.</param>
public sealed record DifferenceSummary(
    int Parcels, int Grants, int ChangedParcels, int ChangedGrants, int ChangedGenerated, IReadOnlyList<DecisionDifferences> ByDecision)
{
    /// <summary>Money over all questions whose answer is one amount, in 元. Questions may contain one another; read it with its parts.</summary>
    public decimal MoneyDifference => Amounts.Sum(m => m.Difference);

    /// <summary>Amounts on one side whose other side is not decided.</summary>
    public int OpenAmounts => Amounts.Sum(m => m.Open);

    private IEnumerable<MoneySum> Amounts => ByDecision.SelectMany(d => d.Money).Where(m => m.Part.Length == 0);
}
