using System.Collections.Concurrent;
using Huodi.Policies;
using Huodi.Policies.Cases;
using Huodi.Policies.Packages;

namespace Huodi.Web.Policies;

/// <summary>Runs the worked cases of a package once; neither the package nor its cases change while the program runs.</summary>
internal sealed class WorkedCases(PolicyLibrary policies)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<CaseResult>> _results = new(StringComparer.Ordinal);

    /// <summary>The results, in the order of the cases.</summary>
    public IReadOnlyList<CaseResult> Of(PolicyPackage package) => _results.GetOrAdd(package.Id, _ => policies.RunCases(package));
}
