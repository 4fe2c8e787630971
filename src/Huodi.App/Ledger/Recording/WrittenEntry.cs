using System.Text.Json.Nodes;

namespace Huodi.App.Ledger.Recording;

/// <summary>An entry as somebody wrote it into a form or sent it, before anything is known to be right.</summary>
/// <param name="Subject"><c>grant:3401042026B00001</c>.</param>
/// <param name="Kind">Chinese name or English identifier of the kind; <c>withdrawal</c> takes back.</param>
/// <param name="Happened">The day.</param>
/// <param name="By">Who records.</param>
/// <param name="Document">Name and number of the document.</param>
/// <param name="DocumentHash">SHA-256 of its file; null or empty for none.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Supersedes">Number of the entry it replaces, or null.</param>
/// <param name="Reason">Why it does.</param>
public sealed record WrittenEntry(
    string Subject,
    string Kind,
    string Happened,
    string By,
    string Document,
    string? DocumentHash,
    JsonObject Fields,
    long? Supersedes = null,
    string Reason = "");
