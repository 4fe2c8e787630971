namespace Huodi.App.Cases;

/// <summary>Which cases a list shows; what is null does not matter.</summary>
public sealed record CaseFilter
{
    /// <summary>How they stand; empty for all.</summary>
    public IReadOnlyList<CaseStanding> Standings { get; init; } = [];

    /// <summary>Id of the procedure.</summary>
    public string? Procedure { get; init; }

    /// <summary>Name of the next step.</summary>
    public string? Step { get; init; }

    /// <summary>When the next step is due.</summary>
    public CaseDue? Due { get; init; }

    /// <summary>Part of the number or of the subject's identity.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a case is asked for.</summary>
    public bool Wants(CaseLine line) =>
        (Standings.Count == 0 || Standings.Contains(line.Standing))
        && (Procedure is null || line.Procedure == Procedure)
        && (Step is null || line.Step == Step)
        && (Due is not { } due || Is(line, due))
        && (Text is null || line.Number.Contains(Text, StringComparison.OrdinalIgnoreCase) || line.Subject.Id.Contains(Text, StringComparison.OrdinalIgnoreCase));

    private static bool Is(CaseLine line, CaseDue due) => due switch
    {
        CaseDue.Overdue => line.DaysLeft < 0,
        CaseDue.Week => line.DaysLeft is >= 0 and <= 7,
        CaseDue.Month => line.DaysLeft is >= 0 and <= 30,
        CaseDue.Unknown => line is { LastDay: null, Missing.Count: > 0 },
        _ => line is { LastDay: null, Missing.Count: 0, Standing: CaseStanding.Running },
    };
}
