namespace Huodi.App.Stores;

/// <summary>
/// A store that cannot be opened, read or written. The message is for people and names the place and the remedy; the code is
/// stable: <c>STORE_FOLDER_MISSING</c>, <c>STORE_IS_FOLDER</c>, <c>STORE_EMPTY_FILE</c>, <c>STORE_NOT_GEOPACKAGE</c>,
/// <c>STORE_FOREIGN</c>, <c>STORE_EXISTS</c>, <c>STORE_NEWER</c>, <c>STORE_CORRUPT</c>, <c>STORE_READ_ONLY</c>, <c>STORE_BUSY</c>, <c>STORE_FULL</c>,
/// <c>STORE_FAILED</c>, <c>STORE_UNREACHABLE</c>, <c>STORE_NO_POSTGIS</c>, <c>STORE_CONNECTION_TEXT</c>.
/// </summary>
public sealed class StoreException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code, for example <c>STORE_NEWER</c>.</summary>
    public string Code { get; } = code;
}
