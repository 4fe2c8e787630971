using Huodi.Domain.Codes;
using Huodi.Domain.Registers;

namespace Huodi.Web.Registers;

/// <summary>A row of a filed version in a list.</summary>
/// <param name="Hundredths">Registered area, else the measured one, in whole 0.01 ㎡; null without either.</param>
public sealed record RegisterRow(
    RegisterSubject Subject,
    string Id,
    string Name,
    DivisionCode Division,
    RegisterStanding Standing,
    string Category,
    string Reason,
    long? Hundredths,
    bool IsGenerated,
    IReadOnlyList<string> Doubts,
    IReadOnlyList<string> Missing);
