using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Huodi.Domain.Geodesy;
using Xunit;

namespace Huodi.Domain.Tests.Geodesy;

/// <summary>Random places in every zone, projected by the PROJ of this machine and by ours, both ways. The seed is in the failure's words.</summary>
public sealed class ProjLiveTests
{
    private const double Millimetre = 0.001;
    private const double MillimetreOfLatitude = Millimetre / 111_000;
    private const int PlacesAZone = 60;

    public static TheoryData<int> Codes => [.. Enumerable.Range(4513, 4554 - 4513 + 1)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Conversion_OfRandomPlaces_AgreesWithProjToAMillimetre(int code)
    {
        var system = CoordinateSystems.Find(code) ?? throw new InvalidOperationException($"EPSG:{code} is not known.");
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        // 4513–4533 have the meridians 75°–135° and zone numbers, 4534–4554 the same without; a city reaches a little over the edge of its zone.
        var meridian = 75 + (3 * ((code - 4513) % 21));
        var places = Enumerable.Range(0, PlacesAZone).Select(_ => (X: meridian - 2.5 + (5 * random.NextDouble()), Y: 3 + (51 * random.NextDouble()))).ToList();

        var forward = await ProjAsync("EPSG:4490", $"EPSG:{code}", places);
        var back = await ProjAsync($"EPSG:{code}", "EPSG:4490", forward);

        for (var i = 0; i < places.Count; i++)
        {
            var (east, north) = system.FromDegrees(places[i].X, places[i].Y);
            Assert.True(
                Math.Abs(east - forward[i].X) < Millimetre && Math.Abs(north - forward[i].Y) < Millimetre,
                $"seed {seed}, EPSG:{code} ({places[i]}): {east - forward[i].X}, {north - forward[i].Y}");
            var (longitude, latitude) = system.ToDegrees(forward[i].X, forward[i].Y);
            Assert.True(
                Math.Abs(longitude - back[i].X) < MillimetreOfLatitude && Math.Abs(latitude - back[i].Y) < MillimetreOfLatitude,
                $"seed {seed}, EPSG:{code} ({places[i]}) back: {longitude - back[i].X}, {latitude - back[i].Y}");
        }
    }

    private static async Task<List<(double X, double Y)>> ProjAsync(string from, string to, List<(double X, double Y)> places)
    {
        var start = new ProcessStartInfo("gdaltransform", ["-s_srs", from, "-t_srs", to]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("gdaltransform did not start.");
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var lines = new StringBuilder();
            foreach (var (x, y) in places) _ = lines.Append(CultureInfo.InvariantCulture, $"{x:R} {y:R}\n");
            await process.StandardInput.WriteAsync(lines.ToString());
            process.StandardInput.Close();
            var read = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
                .Select(c => (X: double.Parse(c[0], CultureInfo.InvariantCulture), Y: double.Parse(c[1], CultureInfo.InvariantCulture))).ToList();
            Assert.Equal(places.Count, read.Count);
            return read;
        }
        catch (Win32Exception)
        {
            Assert.Skip("需要 GDAL (gdaltransform)：apt-get install gdal-bin");
            throw;
        }
    }
}
