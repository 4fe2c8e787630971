using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Web.Hosting;

namespace Huodi.Web.Ledger;

/// <summary>Checks the chain when asked, one check at a time, and remembers the last. Each check takes the head before it as its anchor.</summary>
internal sealed class Verifications(ILandStore store, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, LedgerVerification Found)? _last;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/ledger/verify", (Verifications checks, CancellationToken cancellation) => checks.ShowAsync(cancellation));
        app.MapPost("/ledger/verify", (Verifications checks, CancellationToken cancellation) => checks.VerifyAsync(cancellation));
    }

    public void Dispose() => _one.Dispose();

    private async Task<IResult> ShowAsync(CancellationToken cancellation) => Page.Of<VerifyPage>(new VerifyView(await store.Ledger.HeadAsync(cancellation), _last));

    private async Task<IResult> VerifyAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            _last = (time.GetUtcNow(), await store.Ledger.VerifyAsync(_last?.Found.Head, cancellation));
        }
        finally
        {
            _ = _one.Release();
        }

        return SeeOther.To("/ledger/verify");
    }
}
