using Huodi.Web.Tests.Fixture;
using Microsoft.Playwright;

namespace Huodi.Web.Tests.Browser;

public sealed class WalkTests(RunningWeb web, Chromium chromium)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Walk_FromMapOverParcelToArticle_WorksWithoutAnError(int width, int height)
    {
        await using var watched = await chromium.OpenAsync(width, height);
        var page = watched.Page;

        await OpenMapAsync(page, "/?district=340104");
        Assert.Equal(0, await watched.OverflowAsync());

        await page.Locator("#parcels .rows a").First.ClickAsync();
        await page.WaitForURLAsync("**/parcels/**");
        Assert.True(await page.Locator("#clock svg:visible").CountAsync() > 0);
        Assert.Equal(0, await watched.OverflowAsync());

        var law = page.Locator(".answer-law a:visible").First;
        var target = await law.GetAttributeAsync("href");
        await law.ClickAsync();
        await page.WaitForURLAsync($"**{target}");
        Assert.True(await page.Locator("article:target blockquote.law").IsVisibleAsync());
        Assert.Equal(0, await watched.OverflowAsync());

        watched.AssertNoTrouble(web.Address);
    }

    [Fact]
    public async Task Map_ParcelDrawn_HasItsColourAndOpensItsPage()
    {
        await using var watched = await chromium.OpenAsync(1440, 900);
        var page = watched.Page;
        await OpenMapAsync(page, $"/?district=340104&decision={Uri.EscapeDataString("CN-53-02/闲置")}&outcome=met");

        var map = page.Locator("#map canvas");
        var colour = await ColourOfTheOnlyPointAsync(page, await map.ScreenshotAsync());
        Assert.NotNull(colour);

        await map.ClickAsync(new() { Position = new() { X = colour.Value.X, Y = colour.Value.Y } });
        await page.WaitForURLAsync($"**/parcels/{SampleCity.HefeiParcel}");
    }

    [Fact]
    public async Task Filter_Submitted_StandsInTheAddress()
    {
        await using var watched = await chromium.OpenAsync(1440, 900);
        var page = watched.Page;
        await OpenMapAsync(page, "/");

        await page.SelectOptionAsync("select[name=district]", "340111");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await page.WaitForURLAsync("**/?district=340111*");

        Assert.Equal(1, await page.Locator("#parcels .rows li").CountAsync());
    }

    private async Task OpenMapAsync(IPage page, string address)
    {
        _ = await page.GotoAsync(web.Address + address);
        _ = await page.WaitForSelectorAsync("#map[data-ready]", new() { Timeout = 30_000 });
    }

    /// <summary>Finds pixels of the colour of 符合 in the picture of the map, the browser decoding it.</summary>
    private static async Task<(int X, int Y)?> ColourOfTheOnlyPointAsync(IPage page, byte[] picture)
    {
        var at = await page.EvaluateAsync<int[]?>(
            """
            async (picture) => {
              const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
              const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
              canvas.drawImage(image, 0, 0);
              const { data } = canvas.getImageData(0, 0, image.width, image.height);
              const found = [];
              for (let i = 0; i < data.length; i += 4) {
                if (Math.abs(data[i]) < 4 && Math.abs(data[i + 1] - 0x72) < 4 && Math.abs(data[i + 2] - 0xb2) < 4) found.push(i / 4);
              }
              if (found.length < 20) return null;
              const middle = found[Math.floor(found.length / 2)];
              return [middle % image.width, Math.floor(middle / image.width)];
            }
            """,
            Convert.ToBase64String(picture));
        return at is null ? null : (at[0], at[1]);
    }
}
