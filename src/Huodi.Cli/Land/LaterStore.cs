using Huodi.App.Stores;
using Huodi.Domain.Districts;

namespace Huodi.Cli.Land;

/// <summary>A store that is made only when something is to be kept in it, so that a bad file leaves none behind.</summary>
internal sealed class LaterStore(string path, CliHost host) : IAsyncDisposable
{
    private ILandStore? _store;

    public async Task<ILandStore> OpenAsync(CancellationToken cancellation) => _store ??= await StoreOpener.OpenAsync(path, host.Time, cancellation);

    /// <summary>The districts it holds; none when there is no store yet.</summary>
    public async Task<IReadOnlyList<District>> DistrictsAsync(CancellationToken cancellation) =>
        StoreOpener.Exists(path) ? await ImportCommands.DistrictsAsync(await OpenAsync(cancellation), cancellation) : [];

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }
}
