using Huodi.Domain.Codes;

namespace Huodi.Policies.Packages;

/// <summary>One legal document as a readable program.</summary>
public sealed record PolicyPackage
{
    /// <summary>Id, for example <c>dalian-2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Document number; empty when not known.</summary>
    public string Number { get; init; } = "";

    /// <summary>Day of issue, or null when not known.</summary>
    public DateOnly? Issued { get; init; }

    /// <summary>Nature of the text.</summary>
    public required PackageStatus Status { get; init; }

    /// <summary>First day of its term, or null when not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of its term, or null when open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where it governs.</summary>
    public required DivisionCode Region { get; init; }

    /// <summary>Ids or numbers of the documents it repeals.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Id of the package whose open parameters this one sets; null for any other document.</summary>
    public string? Overrides { get; init; }

    /// <summary>Where the words were taken from and what was repaired in them; may be empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Words before the first article, as the document has them.</summary>
    public string Preamble { get; init; } = "";

    /// <summary>Articles in order.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Named parameters.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Procedures whose steps it names.</summary>
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];

    /// <summary>Worked cases that stand beside the law.</summary>
    public IReadOnlyList<Cases.PolicyCase> Cases => CaseSet.Cases;

    /// <summary>Where the cases come from.</summary>
    public Cases.CaseSet CaseSet { get; init; } = Huodi.Policies.Cases.CaseSet.None;

    /// <summary>SHA-256 of the document's text with LF line ends, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Path of the document below the policies folder, with /.</summary>
    public required string File { get; init; }

    /// <summary>All decisions, in the order of the document.</summary>
    public IEnumerable<Decision> Decisions => Articles.SelectMany(a => a.Decisions);

    /// <summary>The package's status on a day: in-force, not-yet, draft, expired or explanatory.</summary>
    public string StatusOn(DateOnly day) => Status switch
    {
        PackageStatus.Draft => "draft",
        PackageStatus.Explanatory => "explanatory",
        _ when ValidFrom > day => "not-yet",
        _ when ValidTo < day => "expired",
        PackageStatus.Expired when ValidTo is null => "expired",
        _ => "in-force",
    };

    /// <summary>Why nothing can be based on it on a day, in Chinese; asked only for a day on which it is not in force.</summary>
    public string WhyNotInForce(DateOnly day) => StatusOn(day) switch
    {
        "draft" => $"《{Title}》为征求意见稿，不作为依据。",
        "explanatory" => $"《{Title}》仅作说明，不作为依据。",
        "not-yet" => $"《{Title}》自 {ValidFrom:yyyy-MM-dd} 起施行，{day:yyyy-MM-dd} 尚未生效。",
        _ => $"《{Title}》有效期至 {ValidTo:yyyy-MM-dd}，{day:yyyy-MM-dd} 已失效。",
    };
}
