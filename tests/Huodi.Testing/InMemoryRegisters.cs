using Huodi.App.Registers;
using Huodi.Domain.Registers;

namespace Huodi.Testing;

/// <summary>The register port's semantics in two lists, for tests that need a store but not a file.</summary>
public sealed class InMemoryRegisters : IRegisterStore
{
    private readonly Lock _gate = new();
    private readonly List<(RegisterVersion Version, IReadOnlyList<RegisterEntry> Entries)> _versions = [];
    private readonly List<RegisterFinding> _findings = [];

    /// <inheritdoc/>
    public async Task<RegisterVersion> FileAsync(RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation)
    {
        var rows = await entries.ToListAsync(cancellation);
        lock (_gate)
        {
            var newest = _versions.Select(v => v.Version).LastOrDefault(v => v.Register == version.Register && v.Region == version.Region);
            RegisterFiling.CheckBase(version, newest);
            RegisterFiling.CheckName(version, _versions.Exists(v => v.Version.Name == version.Name));
            var numbered = version with { Number = _versions.Count + 1 };
            using var seal = new RegisterSeal(numbered, newest?.Hash ?? "");
            foreach (var row in rows) seal.Add(row, RegisterSeal.OfRow(RegisterEntryText.Write(row), row.Shape));
            var filed = seal.Close(numbered);
            _versions.Add((filed, rows));
            return filed;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RegisterVersion> VersionsAsync(CancellationToken cancellation) => Snapshot(() => _versions.Select(v => v.Version).Reverse());

    /// <inheritdoc/>
    public IAsyncEnumerable<RegisterEntry> EntriesAsync(long version, CancellationToken cancellation) =>
        Snapshot(() => _versions.Where(v => v.Version.Number == version).SelectMany(v => v.Entries));

    /// <inheritdoc/>
    public IAsyncEnumerable<RegisterPlace> PlacesAsync(RegisterSubject subject, string id, CancellationToken cancellation) => Snapshot(() =>
        _versions.AsEnumerable().Reverse().SelectMany(v => v.Entries.Where(e => e.Subject == subject && e.Id == id).Select(e => new RegisterPlace(v.Version, e))));

    /// <inheritdoc/>
    public Task<RegisterFinding> SaveFindingAsync(RegisterFinding finding, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var saved = finding with { Number = _findings.Count + 1 };
            _findings.Add(saved);
            return Task.FromResult(saved);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RegisterFinding> FindingsAsync(CancellationToken cancellation) => Snapshot(() => _findings);

    private IAsyncEnumerable<T> Snapshot<T>(Func<IEnumerable<T>> items)
    {
        lock (_gate) return items().ToList().ToAsyncEnumerable();
    }
}
