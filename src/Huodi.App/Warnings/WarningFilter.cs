using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>Which warnings are wanted; what is null does not count.</summary>
public sealed record WarningFilter
{
    /// <summary>The office that has it now.</summary>
    public string? Office { get; init; }

    /// <summary>The level.</summary>
    public string? Level { get; init; }

    /// <summary>Where the subject lies.</summary>
    public DivisionCode? Region { get; init; }

    /// <summary>Only those that are open.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>The status.</summary>
    public WarningStatus? Status { get; init; }

    /// <summary>Last day on or before this one.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>One subject.</summary>
    public LedgerSubject? Subject { get; init; }

    /// <summary>The conditions as SQL that both stores read, the n-th value being <c>$n</c>.</summary>
    /// <param name="isOpen">How the store asks whether one is open.</param>
    /// <param name="day">How the store writes a day.</param>
    public (string Sql, object[] Values) Where(string isOpen, Func<DateOnly, object> day)
    {
        var (terms, values) = (new List<string> { "true" }, new List<object>());
        if (IsOpen) terms.Add(isOpen);
        Add("office =", Office);
        Add("level =", Level);
        Add("status =", Status is { } status ? WarningCodes.Code(status) : null);
        Add("due <=", DueBefore is { } due ? day(due) : null);
        Add("subject_kind =", Subject?.Word);
        Add("subject_id =", Subject?.Id);
        if (Region is { } region && region != DivisionCode.Country)
        {
            var (first, last) = RegionRange.Of(region);
            Add("division >=", first);
            Add("division <=", last);
        }

        return ($" WHERE {string.Join(" AND ", terms)}", [.. values]);

        void Add(string term, object? value)
        {
            if (value is null) return;
            values.Add(value);
            terms.Add($"{term} ${values.Count}");
        }
    }
}
