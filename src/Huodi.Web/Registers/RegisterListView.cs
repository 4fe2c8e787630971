using Huodi.App.Registers;
using Huodi.Policies.Registers;

namespace Huodi.Web.Registers;

/// <summary>The registers a city keeps, each with its versions.</summary>
public sealed record RegisterListView(IReadOnlyList<(RegisterDefinition Definition, IReadOnlyList<RegisterVersion> Versions)> Registers);
