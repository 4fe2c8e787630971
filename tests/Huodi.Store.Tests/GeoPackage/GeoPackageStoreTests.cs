using Huodi.App.Stores;
using Huodi.Store.GeoPackage;
using Huodi.Store.Tests.Contract;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>The store contract on a GeoPackage file.</summary>
public sealed class GeoPackageStoreTests : LandStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<ILandStore> NewStoreAsync() => ReopenAsync();

    protected override async Task<ILandStore> ReopenAsync() =>
        await GeoPackageStore.OpenAsync(_folder.File("land.gpkg"), TimeProvider.System, CancellationToken.None);
}
