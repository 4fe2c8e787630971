using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>Which entries a list shows; what is null does not matter.</summary>
public sealed record LedgerFilter
{
    /// <summary>Everything.</summary>
    public static LedgerFilter All { get; } = new();

    /// <summary>English identifier of the kind.</summary>
    public string? Kind { get; init; }

    /// <summary>What it is about.</summary>
    public LedgerSubject? Subject { get; init; }

    /// <summary>Part of who recorded.</summary>
    public string? By { get; init; }

    /// <summary>First day on which it happened.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which it happened.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only entries with a smaller number: where the page before ended.</summary>
    public long? Before { get; init; }

    /// <summary>Whether an entry is asked for.</summary>
    public bool Wants(LedgerEntry entry) =>
        (Kind is null || entry.Kind == Kind)
        && (Subject is not { } subject || entry.Subject == subject)
        && (By is null || entry.Draft.By.Contains(By, StringComparison.Ordinal))
        && !(entry.Happened < From) && !(entry.Happened > To) && !(entry.Number >= Before);

    /// <summary>The conditions as SQL that both stores read, the n-th value being <c>$n</c>.</summary>
    /// <param name="contains">The store's function that finds a text in another, from 1.</param>
    /// <param name="day">How the store writes a day.</param>
    public (string Sql, object[] Values) Where(string contains, Func<DateOnly, object> day)
    {
        var (conditions, values) = (new List<string>(), new List<object>());
        Add(Kind, "kind = {0}");
        Add(Subject?.Word, "subject_kind = {0}");
        Add(Subject?.Id, "subject_id = {0}");
        Add(By, contains + "(recorded_by, {0}) > 0");
        Add(From is { } from ? day(from) : null, "happened >= {0}");
        Add(To is { } to ? day(to) : null, "happened <= {0}");
        Add(Before, "number < {0}");
        return (conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions), [.. values]);

        void Add(object? value, string condition)
        {
            if (value is null) return;
            values.Add(value);
            conditions.Add(condition.Replace("{0}", FormattableString.Invariant($"${values.Count}"), StringComparison.Ordinal));
        }
    }
}
