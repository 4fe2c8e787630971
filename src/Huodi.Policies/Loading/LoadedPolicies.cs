namespace Huodi.Policies.Loading;

/// <summary>What loading a folder gave.</summary>
/// <param name="Library">The library; not to be asked when <see cref="HasErrors"/>.</param>
/// <param name="Diagnostics">Everything wrong, by file and line as found.</param>
public sealed record LoadedPolicies(PolicyLibrary Library, IReadOnlyList<PolicyDiagnostic> Diagnostics)
{
    /// <summary>Whether something is wrong that forbids asking.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}
