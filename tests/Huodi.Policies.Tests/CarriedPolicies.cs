using Huodi.Policies.Loading;

namespace Huodi.Policies.Tests;

/// <summary>The policies the project carries, loaded once.</summary>
internal static class CarriedPolicies
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "policies");

    private static readonly Lazy<LoadedPolicies> Once = new(() => PolicyFolder.Load(Folder));

    public static LoadedPolicies Loaded => Once.Value;

    public static PolicyLibrary Library => Loaded.HasErrors
        ? throw new InvalidOperationException(string.Join('\n', Loaded.Diagnostics.Where(d => d.IsError)))
        : Loaded.Library;
}
