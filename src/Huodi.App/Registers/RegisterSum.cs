using Huodi.Domain.Measures;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>Rows of one standing and category together.</summary>
/// <param name="Standing">Suspected or entered.</param>
/// <param name="Category">类别.</param>
/// <param name="Count">How many.</param>
/// <param name="Area">Their area, registered or else measured.</param>
/// <param name="WithoutArea">How many of them have neither; they are missing from <paramref name="Area"/>.</param>
public sealed record RegisterSum(RegisterStanding Standing, string Category, int Count, Area Area, int WithoutArea);
