using Huodi.App.Stores;

namespace Huodi.Store.Tests.Contract;

/// <summary>
/// What every store promises. A subclass runs all of it on one kind of store; each test makes an empty store of its own.
/// </summary>
public abstract partial class LandStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    /// <summary>What tells the killed process which store to open: the one made last.</summary>
    protected abstract string[] ImporterArguments { get; }

    /// <summary>A new, empty store; or the test is skipped by name where its server is not installed.</summary>
    protected abstract Task<ILandStore> NewStoreAsync();

    /// <summary>Takes the store made last away, so that the next one is empty.</summary>
    protected abstract Task RemoveStoreAsync();

    /// <summary>The store made last, opened once more.</summary>
    protected abstract Task<ILandStore> ReopenAsync();
}
