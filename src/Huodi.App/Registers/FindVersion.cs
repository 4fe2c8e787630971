using System.Globalization;
namespace Huodi.App.Registers;

/// <summary>Finds a filed version by its number or its name.</summary>
public static class FindVersion
{
    /// <summary>The version, or null.</summary>
    public static async Task<RegisterVersion?> FindVersionAsync(this IRegisterStore registers, string numberOrName, CancellationToken cancellation)
    {
        var isNumber = long.TryParse(numberOrName, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return await registers.VersionsAsync(cancellation)
            .FirstOrDefaultAsync(v => isNumber ? v.Number == number : string.Equals(v.Name, numberOrName, StringComparison.Ordinal), cancellation);
    }
}
