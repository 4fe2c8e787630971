using Huodi.App.Cases;
using Huodi.Web.Layout;

namespace Huodi.Web.Cases;

/// <summary>What the address of the list of cases asks for. What it does not know it does not filter by.</summary>
/// <param name="Status">open (在办 and 待核对), all, or one standing; open unless said.</param>
/// <param name="Procedure">Id of a procedure.</param>
/// <param name="Step">Name of the next step.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Q">Part of the number or of the subject.</param>
/// <param name="Sort">number: the newest first; else by last day.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record CaseQuery(string? Status, string? Procedure, string? Step, string? Due, string? Q, string? Sort, int? Page)
{
    public const string Open = "open";

    public const string All = "all";

    public const string ByNumber = "number";

    /// <summary>The standing that is chosen, as the form has it.</summary>
    public string Chosen => Status == All || Standing is not null ? Status! : Open; // Neither without a status.

    private CaseStanding? Standing => Read<CaseStanding>(Status);

    /// <summary>What it filters by.</summary>
    public CaseFilter Filter() => new()
    {
        Standings = Status == All ? [] : Standing is { } one ? [one] : [CaseStanding.Running, CaseStanding.Broken],
        Procedure = Text(Procedure),
        Step = Text(Step),
        Due = Read<CaseDue>(Due),
        Text = Text(Q),
    };

    /// <summary>The address of the list, without its page.</summary>
    public string Address(string? step) => Links.With(
        CaseLinks.List, ("status", Chosen == Open ? null : Chosen), ("procedure", Procedure), ("step", step), ("due", Due), ("q", Q), ("sort", Sort));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
