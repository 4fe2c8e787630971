namespace Huodi.Web.Hosting;

/// <summary>303: what was sent is done, and its result is read at another address; reading it again sends nothing again.</summary>
internal static class SeeOther
{
    public static IResult To(string address) => new Redirection(address);

    private sealed class Redirection(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
