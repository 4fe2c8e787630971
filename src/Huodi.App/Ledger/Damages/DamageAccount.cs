using Huodi.Domain.Clocks;
using Huodi.Policies.Answers;

namespace Huodi.App.Ledger.Damages;

/// <summary>One sum of damages with every interval behind it.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Answer">What the article says: the sum, or what is missing.</param>
/// <param name="Reckoning">Every day after the agreed one with what it does; null when there is no sum, or when the intervals do not give the days of the article.</param>
/// <param name="Agreed">The agreed day, or null.</param>
public sealed record DamageAccount(string Name, PolicyAnswer Answer, DefaultReckoning? Reckoning, DateOnly? Agreed);
