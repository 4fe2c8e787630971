using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>GDAL's <c>ogrinfo</c>, an independent reader of GeoPackages.</summary>
internal static class Ogr
{
    /// <summary>Runs it; a machine without it skips the test by name.</summary>
    public static async Task<(string Output, string Errors)> InfoAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("ogrinfo") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return (await output, await errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip("需要 GDAL (ogrinfo)：apt-get install gdal-bin");
            throw;
        }
    }
}
