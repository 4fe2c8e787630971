using Huodi.Policies.Loading;

namespace Huodi.Policies.Cases;

/// <summary>The worked cases beside a document, read when they are first asked for: a question needs none of them.</summary>
public sealed class CaseSet
{
    private readonly Lazy<(IReadOnlyList<PolicyCase> Cases, IReadOnlyList<PolicyDiagnostic> Problems)> _read;

    internal CaseSet(Func<DiagnosticBag, IReadOnlyList<PolicyCase>> read) => _read = new(() =>
    {
        var bag = new DiagnosticBag();
        return (read(bag), bag.All);
    });

    /// <summary>No cases.</summary>
    public static CaseSet None { get; } = new(_ => []);

    /// <summary>The cases.</summary>
    public IReadOnlyList<PolicyCase> Cases => _read.Value.Cases;

    /// <summary>What is wrong in their files.</summary>
    public IReadOnlyList<PolicyDiagnostic> Problems => _read.Value.Problems;
}
