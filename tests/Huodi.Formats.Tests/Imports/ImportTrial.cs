using Huodi.App.Imports;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;
using Huodi.Formats.Files;
using Huodi.Formats.Geo;
using Huodi.Formats.Imports;
using Huodi.Formats.Sources;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Testing;

namespace Huodi.Formats.Tests.Imports;

/// <summary>Imports files as parcels into a store of its own, in a folder of its own, with the districts of Hefei and the project's dictionary.</summary>
internal sealed class ImportTrial : IDisposable
{
    private static readonly Lazy<IReadOnlyList<District>> Hefei = new(() =>
    {
        using var file = Sample.Open("boundaries", "hefei.geojson");
        return Sample.Batch(DistrictsReader.Read(file, Sample.Request())).Districts;
    });

    private static readonly Lazy<FactDictionary> Facts = new(() => PolicyFolder.Load(Path.Combine(AppContext.BaseDirectory, "policies")).Library.Dictionary);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("huodi-import-");
    private readonly InMemoryLandStore _store = new();

    public static FactDictionary Dictionary => Facts.Value;

    /// <summary>The districts of Hefei.</summary>
    public static IReadOnlyList<District> Districts => Hefei.Value;

    public string Folder => _folder.FullName;

    /// <summary>Lines told while importing.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Whether the store was asked for.</summary>
    public bool IsStoreOpened { get; private set; }

    public string File(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public ImportJob Job(string path) => new(
        path, Dictionary, Hefei.Value, new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), new(2026, 11, 21), _ =>
        {
            IsStoreOpened = true;
            return Task.FromResult<App.Stores.ILandStore>(_store);
        })
    {
        Source = SourceOptions.Default with { Folder = Folder },
        Tell = Told.Add,
    };

    public Task<ImportReport> RunAsync(string path) => RunAsync(Job(path));

    public Task<ImportReport> RunAsync(ImportJob job) => new ParcelImport().RunAsync(job, TestContext.Current.CancellationToken);

    public async Task<ImportDiagnostic> RefusalAsync(ImportJob job) =>
        Sample.Complete((await Assert.ThrowsAsync<FileRefusedException>(() => RunAsync(job))).Diagnostic);

    public async Task<List<Parcel>> ParcelsAsync()
    {
        var all = new List<Parcel>();
        await foreach (var parcel in _store.ParcelsAsync(DivisionCode.Country, TestContext.Current.CancellationToken)) all.Add(parcel);
        return all;
    }

    public async Task<List<District>> DistrictsAsync() => await _store.DistrictsAsync(TestContext.Current.CancellationToken).ToListAsync();

    public async Task<List<Grant>> GrantsAsync() => await _store.GrantsAsync(DivisionCode.Country, TestContext.Current.CancellationToken).ToListAsync();

    public void Dispose() => _folder.Delete(recursive: true);
}
