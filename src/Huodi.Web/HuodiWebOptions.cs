using System.Net;
using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.Web;

/// <summary>What the pages show and where they are served.</summary>
/// <param name="Store">The land database. The caller opens and disposes it.</param>
/// <param name="Policies">The law.</param>
/// <param name="Ledger">The declarations of the life-cycle ledger, without errors.</param>
public sealed record HuodiWebOptions(ILandStore Store, PolicyLibrary Policies, LoadedLedger Ledger)
{
    /// <summary>Address to listen on. Anything but the machine itself is the caller's decision: there is no log-in yet.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port; 0 takes a free one, which is then found in <c>WebApplication.Urls</c> once started.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Tells the time, for the day of a question nobody has dated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How large a file of a document may be.</summary>
    public DocumentLimit DocumentLimit { get; init; } = DocumentLimit.Usual;

    /// <summary>The least severe message written to the console.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;
}
