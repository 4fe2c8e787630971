namespace Huodi.Policies.Loading;

/// <summary>Collects what is wrong while a folder is read, so that one run tells everything.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<PolicyDiagnostic> _all = [];

    public IReadOnlyList<PolicyDiagnostic> All => _all;

    public void Error(string file, int line, string code, string message, string suggestion = "", int column = 0) =>
        _all.Add(new(file, line, column, code, true, message, suggestion));

    public void Warning(string file, int line, string code, string message, string suggestion = "", int column = 0) =>
        _all.Add(new(file, line, column, code, false, message, suggestion));

    public void Add(PolicyDiagnostic diagnostic) => _all.Add(diagnostic);
}
