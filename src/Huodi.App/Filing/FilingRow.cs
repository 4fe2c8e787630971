namespace Huodi.App.Filing;

/// <summary>A subject with the values of the schema's fields.</summary>
/// <param name="Subject">The land.</param>
/// <param name="Values">string, decimal, DateOnly, bool, or null where unknown; in the order of the fields.</param>
public sealed record FilingRow(FilingSubject Subject, IReadOnlyList<object?> Values);
