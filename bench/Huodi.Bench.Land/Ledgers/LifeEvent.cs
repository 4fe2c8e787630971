namespace Huodi.Bench.Land.Ledgers;

/// <summary>Something that happened to a grant.</summary>
/// <param name="Kind">English identifier of the kind.</param>
/// <param name="Day">Day number.</param>
/// <param name="Fields">The fields as canonical JSON.</param>
internal readonly record struct LifeEvent(string Kind, int Day, string Fields);
