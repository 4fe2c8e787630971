namespace Huodi.Web.Assessments;

/// <summary>A fact that answers lack.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Answers">How many answers name it.</param>
/// <param name="Alone">How many answers lack nothing else, so that the fact by itself decides them or brings them to the next question.</param>
/// <param name="Subjects">How many parcels and grants those answers are about.</param>
public sealed record MissingCount(string Name, int Answers, int Alone, int Subjects);
