using Huodi.App.Approvals;
using Huodi.App.Assessments;
using Huodi.App.Documents;
using Huodi.App.Imports;
using Huodi.App.Ledger;
using Huodi.App.Lineage;
using Huodi.App.Overlays;
using Huodi.App.Quality.Repairs;
using Huodi.App.Registers;
using Huodi.App.Warnings;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.App.Stores;

/// <summary>
/// The land database. What a method that saves has reported is on disk: a killed process loses none of it, and a save that did
/// not finish leaves no trace. Both stores pass the same contract suite.
/// </summary>
public interface ILandStore : IAsyncDisposable
{
    /// <summary>Filed versions of registers, and findings.</summary>
    IRegisterStore Registers { get; }

    /// <summary>Approved batches.</summary>
    IApprovalStore Approvals { get; }

    /// <summary>What became of parcels.</summary>
    ILineageStore Lineage { get; }

    /// <summary>Control layers and overlays.</summary>
    IControlLayerStore ControlLayers { get; }

    /// <summary>The life-cycle ledger.</summary>
    ILedgerStore Ledger { get; }

    /// <summary>Warnings of what is due.</summary>
    IWarningStore Warnings { get; }

    /// <summary>The files of documents.</summary>
    IDocumentStore Documents { get; }

    /// <summary>The moment by the store's own clock: a server's, which all who use it share. Null for a file, which has none.</summary>
    Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation);

    /// <summary>Begins an import: the only way in for districts, parcels and grants. Waits for another that is open.</summary>
    /// <exception cref="StoreException">The store cannot be written, or another process is writing it.</exception>
    Task<IImportSession> BeginImportAsync(ImportHeader header, CancellationToken cancellation);

    /// <summary>All imports, newest first, each with its first refused rows and warnings.</summary>
    IAsyncEnumerable<ImportReport> ImportsAsync(CancellationToken cancellation);

    /// <summary>All refused rows of a batch, by row.</summary>
    IAsyncEnumerable<RefusedRow> RefusedAsync(long batch, CancellationToken cancellation);

    /// <summary>All diagnostics of rows of a batch that were kept, and of the file, in the order they were found.</summary>
    IAsyncEnumerable<ImportDiagnostic> WarningsAsync(long batch, CancellationToken cancellation);

    /// <summary>The header cells of the file of a batch, or an empty list; with <see cref="RefusedAsync"/> this gives the file to correct.</summary>
    Task<IReadOnlyList<string>> HeaderAsync(long batch, CancellationToken cancellation);

    /// <summary>All districts, by code.</summary>
    IAsyncEnumerable<District> DistrictsAsync(CancellationToken cancellation);

    /// <summary>Parcels inside a region that stand, by id; those that a change retired are not among them.</summary>
    IAsyncEnumerable<Parcel> ParcelsAsync(DivisionCode region, CancellationToken cancellation);

    /// <summary>The parcel, a retired one too, or null.</summary>
    Task<Parcel?> FindParcelAsync(string id, CancellationToken cancellation);

    /// <summary>Grants inside a region, by number.</summary>
    IAsyncEnumerable<Grant> GrantsAsync(DivisionCode region, CancellationToken cancellation);

    /// <summary>The grant, or null.</summary>
    Task<Grant?> FindGrantAsync(string number, CancellationToken cancellation);

    /// <summary>Freezes a run in one transaction and gives it back with its number.</summary>
    Task<AssessmentRun> SaveRunAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation);

    /// <summary>All runs, newest first.</summary>
    IAsyncEnumerable<AssessmentRun> RunsAsync(CancellationToken cancellation);

    /// <summary>The subjects of a run with their verdicts, by kind and id.</summary>
    IAsyncEnumerable<SubjectAssessment> RunSubjectsAsync(long run, CancellationToken cancellation);

    /// <summary>One subject of a run, or null.</summary>
    Task<SubjectAssessment?> FindRunSubjectAsync(long run, SubjectKind kind, string id, CancellationToken cancellation);

    /// <summary>Shapes of parcels that were replaced, and the way to replace one.</summary>
    IShapeHistory ShapeHistory { get; }

    /// <summary>Checks the store's integrity; an empty list when sound.</summary>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation);
}
