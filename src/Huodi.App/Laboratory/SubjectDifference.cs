using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using NetTopologySuite.Geometries;

namespace Huodi.App.Laboratory;

/// <summary>A parcel or grant about which the two sides answer differently.</summary>
/// <param name="Kind">Parcel or grant.</param>
/// <param name="Id">Parcel id or 电子监管号.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Division">Where it lies.</param>
/// <param name="Shape">Its shape, EPSG:4490; null for a grant.</param>
/// <param name="IsGenerated">True for a demonstration parcel.</param>
/// <param name="Changes">What changes, in the order of the law.</param>
public sealed record SubjectDifference(
    SubjectKind Kind, string Id, string Name, DivisionCode Division, Geometry? Shape, bool IsGenerated, IReadOnlyList<DecisionChange> Changes)
{
    /// <summary>The difference in money over all questions whose answer is one amount, in 元; null when none of them has a known difference.</summary>
    public decimal? MoneyDifference
    {
        get
        {
            var known = Changes.SelectMany(c => c.Money).Where(m => m.Part.Length == 0 && m.Difference is not null).ToList();
            return known.Count == 0 ? null : known.Sum(m => m.Difference);
        }
    }

    /// <summary>Whether a change of money is not known because a side is not decided.</summary>
    public bool HasOpenMoney => Changes.Any(c => c.Money.Any(m => m.IsOpen));
}
