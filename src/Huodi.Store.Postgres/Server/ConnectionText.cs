using Huodi.App.Stores;
using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>
/// What a person writes to name a server: Npgsql's form <c>Host=db;Database=hefei;Username=huodi</c>, or the address
/// <c>postgres://huodi@db:5432/hefei?search_path=hefei,public</c>.
/// </summary>
internal static class ConnectionText
{
    private const string DefaultSearchPath = "huodi,public";
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Reads either form; the search path is <c>huodi,public</c> unless it says otherwise.</summary>
    /// <exception cref="StoreException">STORE_CONNECTION_TEXT: neither form, or without host or database.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            var isAddress = Schemes.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));
            var settings = isAddress ? ParseAddress(new Uri(text)) : new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(settings.SearchPath)) settings.SearchPath = DefaultSearchPath;
            return string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database)
                ? throw new FormatException("Host and Database are needed.")
                : settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StoreException(
                "STORE_CONNECTION_TEXT",
                "数据库连接参数写法有误，应如 Host=服务器;Database=库名;Username=用户;Password=密码，或 postgres://用户:密码@服务器:5432/库名。",
                e);
        }
    }

    /// <summary>The first schema of the search path as the server reads it: in lower case unless it is quoted.</summary>
    public static string FirstSchema(string searchPath)
    {
        var first = searchPath.Split(',')[0].Trim();
        return first.StartsWith('"') ? first.Trim('"') : first.ToLowerInvariant();
    }

    private static NpgsqlConnectionStringBuilder ParseAddress(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(address.Host.Trim('[', ']')),
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
        };
        if (address.Port > 0) settings.Port = address.Port;
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            settings[parts[0].Replace("_", "", StringComparison.Ordinal)] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
        }

        return settings;
    }
}
