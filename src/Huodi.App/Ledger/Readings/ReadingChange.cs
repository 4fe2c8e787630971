namespace Huodi.App.Ledger.Readings;

/// <summary>One fact, clock or state before an entry and with it.</summary>
/// <typeparam name="T">What is compared.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Before">What it was; null when there was none.</param>
/// <param name="After">What it becomes; null when there is none left.</param>
public sealed record ReadingChange<T>(string Name, T? Before, T? After)
    where T : class;
