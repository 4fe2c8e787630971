using Huodi.App.Stores;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>Filed versions of registers, and the findings they rest on. Nothing here is ever changed or removed.</summary>
public interface IRegisterStore
{
    /// <summary>Freezes a version with its rows in one transaction and gives it back with number, counts and hash.</summary>
    /// <param name="version">Its head; <see cref="RegisterVersion.Base"/> names the version it was drafted on.</param>
    /// <param name="entries">Its rows in their order; read once, as a stream.</param>
    /// <param name="cancellation">Cancels; nothing is filed then.</param>
    /// <exception cref="StoreException">REGISTER_MOVED_ON: somebody filed another version since. REGISTER_NAME_TAKEN. Nothing was filed.</exception>
    Task<RegisterVersion> FileAsync(RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation);

    /// <summary>All versions, newest first.</summary>
    IAsyncEnumerable<RegisterVersion> VersionsAsync(CancellationToken cancellation);

    /// <summary>The rows of a version in their order.</summary>
    IAsyncEnumerable<RegisterEntry> EntriesAsync(long version, CancellationToken cancellation);

    /// <summary>Every filed version that a subject stands in, with its row, newest first.</summary>
    IAsyncEnumerable<RegisterPlace> PlacesAsync(RegisterSubject subject, string id, CancellationToken cancellation);

    /// <summary>Saves a finding and gives it back with its number.</summary>
    Task<RegisterFinding> SaveFindingAsync(RegisterFinding finding, CancellationToken cancellation);

    /// <summary>All findings, in the order recorded.</summary>
    IAsyncEnumerable<RegisterFinding> FindingsAsync(CancellationToken cancellation);
}
