using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>A row of a filed version: where a piece of land stands, and why.</summary>
/// <param name="Version">The version.</param>
/// <param name="Entry">Its row.</param>
public sealed record RegisterPlace(RegisterVersion Version, RegisterEntry Entry);
