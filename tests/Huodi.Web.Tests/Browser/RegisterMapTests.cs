using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Browser;

public sealed class RegisterMapTests(RunningWeb web, Chromium chromium)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Map_OfAVersion_IsDrawnWithoutAnError(int width, int height)
    {
        await using var watched = await chromium.OpenAsync(width, height);

        _ = await watched.Page.GotoAsync($"{web.Address}/registers/versions/2/map");
        _ = await watched.Page.WaitForSelectorAsync("#map[data-ready]", new() { Timeout = 60_000 });

        Assert.Equal(0, await watched.OverflowAsync());
        watched.AssertNoTrouble(web.Address);
    }
}
