namespace Huodi.Domain.Geodesy;

/// <summary>Why coordinates are not taken as they are.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CoordinateRefusal(string Code, string Message, string Remedy);
