using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Registers;

namespace Huodi.Web.Registers;

/// <summary>Keeps the versions looked at last; a filed version never changes, so what was read stays true.</summary>
internal sealed class RegisterIndexes(ILandStore store)
{
    private const int Kept = 4;
    private readonly Lock _gate = new();
    private readonly List<RegisterIndex> _recent = [];

    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<RegisterVersion>> VersionsAsync(CancellationToken cancellation) =>
        await store.Registers.VersionsAsync(cancellation).ToListAsync(cancellation);

    /// <summary>The version of that number, or null.</summary>
    public async Task<RegisterVersion?> VersionAsync(long number, CancellationToken cancellation) =>
        await store.Registers.VersionsAsync(cancellation).FirstOrDefaultAsync(v => v.Number == number, cancellation);

    /// <summary>The version of that number with its rows, or null.</summary>
    public async Task<RegisterIndex?> FindAsync(long number, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_recent.Find(i => i.Version.Number == number) is { } known) return known;
        }

        if (await VersionAsync(number, cancellation) is not { } version) return null;
        var index = new RegisterIndex(version, await store.Registers.EntriesAsync(number, cancellation).Select(Row).ToListAsync(cancellation));
        lock (_gate)
        {
            _recent.Insert(0, index);
            if (_recent.Count > Kept) _recent.RemoveAt(Kept);
        }

        return index;
    }

    private static RegisterRow Row(RegisterEntry e) => new(
        e.Subject, e.Id, e.Name, e.Division, e.Standing, e.Category, e.Reason, RegisterFiling.Hundredths(e), e.IsGenerated, e.Doubts, e.Missing);
}
