namespace Huodi.Domain.Clocks;

/// <summary>A change of the right holder (权利主体变更).</summary>
/// <param name="Day">The day on which the right passed.</param>
/// <param name="Cause">Why, in the dictionary's words, for example 转让.</param>
public sealed record HolderChange(DateOnly Day, string Cause);
