using Huodi.App.Ledger;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>Under which law a case may be opened: the procedure's document must be in force on that day, and govern the place where that is known.</summary>
public sealed class CaseLaw(PolicyLibrary library, LoadedLedger declared)
{
    /// <summary>Where the subject lies; null when its entries do not tell.</summary>
    public DivisionCode? Place(LedgerSubject subject, IReadOnlyList<LedgerEntry> entries, DateOnly day) =>
        SubjectPlace.Of(subject, FactProjection.Run(declared.Kinds, entries, day, null));

    /// <summary>The procedures that may be opened on a day, each with its document.</summary>
    /// <param name="day">The day.</param>
    /// <param name="place">Where; null offers those of every place.</param>
    public IEnumerable<(PolicyPackage Package, Procedure Procedure)> Procedures(DateOnly day, DivisionCode? place) =>
        library.Packages.Where(p => p.StatusOn(day) == "in-force" && Governs(p, place)).SelectMany(p => p.Procedures.Select(q => (p, q)));

    /// <summary>What stands against opening a case; empty when nothing does.</summary>
    internal IEnumerable<EntryFault> Against(string procedure, DateOnly day, DivisionCode? place)
    {
        if (library.Packages.FirstOrDefault(p => p.Procedures.Any(q => q.Id == procedure)) is not { } package)
        {
            yield return new("CASE_PROCEDURE", CaseField.Procedure, procedure.Length == 0 ? "没有选程序。" : $"没有程序“{procedure}”。", "用 huodi case procedures 查看。");
            yield break;
        }

        if (package.StatusOn(day) != "in-force")
            yield return new("CASE_LAW", CaseField.Procedure, $"{package.WhyNotInForce(day)}不能据以立案。", "核对立案之日；选立案时施行的程序。");
        if (!Governs(package, place))
            yield return new("CASE_PLACE", CaseField.Procedure, $"《{package.Title}》在 {package.Region} 施行，这个对象在 {place}。", "选对象所在地的程序；所在地登记有误的，先更正。");
    }

    private static bool Governs(PolicyPackage package, DivisionCode? place) => place is not { } at || package.Region == DivisionCode.Country || package.Region.Contains(at);
}
