using Huodi.App.Assessments;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies.Explaining;
using Huodi.Policies.Facts;
using Huodi.Web.Parcels;

namespace Huodi.Web.Subjects;

/// <summary>Everything a parcel's or grant's page shows.</summary>
public sealed record SubjectView
{
    public required SubjectKind Kind { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DivisionCode Division { get; init; }

    public required string DivisionName { get; init; }

    /// <summary>True for a demonstration parcel.</summary>
    public required bool IsGenerated { get; init; }

    /// <summary>The facts the answers rest on: those frozen with the run, or the store's when nothing was assessed yet.</summary>
    public required FactSheet Facts { get; init; }

    /// <summary>The run the facts were frozen with; null when the subject was not assessed.</summary>
    public AssessmentRun? Run { get; init; }

    /// <summary>The day of the question.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Answers in package and article order.</summary>
    public IReadOnlyList<Explanation> Answers { get; init; } = [];

    /// <summary>The comparison with the frozen run; null on another day than the run's.</summary>
    public ReceiptCheck? Receipts { get; init; }

    /// <summary>Why the law could not be asked; null when it was.</summary>
    public FactsException? Broken { get; init; }

    public ClockView? Clock { get; init; }

    public required FactDictionary Dictionary { get; init; }

    /// <summary>Grants on the parcel, or the parcel of the grant.</summary>
    public IReadOnlyList<RelatedSubject> Related { get; init; } = [];

    /// <summary>Lineage and registers of a parcel; null for a grant.</summary>
    public ParcelHistory? History { get; init; }

    /// <summary>Address of the page without a query.</summary>
    public string Address => Layout.Links.Subject(Kind, Id);

    /// <summary>Whether the day is the frozen run's.</summary>
    public bool IsDayOfRun => Run?.AsOf == AsOf;
}
