using System.Security.Cryptography;
using Huodi.Domain.Measures;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>Counts and sums of a register while its rows go by, and a digest by which the same rows are known again.</summary>
public sealed class RegisterTally : IDisposable
{
    private const int Examples = 20;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SortedDictionary<(RegisterStanding Standing, string Category), (int Count, long Hundredths, int NoArea)> _sums = [];
    private readonly List<string> _incomplete = [];

    /// <summary>All rows.</summary>
    public int Count => _sums.Values.Sum(s => s.Count);

    /// <summary>Found rows that lack a required fact.</summary>
    public int Incomplete { get; private set; }

    /// <summary>The first of them, each with what it lacks.</summary>
    public IReadOnlyList<string> IncompleteRows => _incomplete;

    /// <summary>Rows that carry a doubt.</summary>
    public int Doubtful { get; private set; }

    /// <summary>Rows of demonstration land.</summary>
    public int Generated { get; private set; }

    /// <summary>Counts and areas, found rows first, by category. Registered areas, measured ones where none is registered.</summary>
    public IReadOnlyList<RegisterSum> Sums =>
    [
        .. _sums.Select(s => new RegisterSum(s.Key.Standing, s.Key.Category, s.Value.Count, Area.FromHundredths(s.Value.Hundredths), s.Value.NoArea))
            .OrderByDescending(s => s.Standing),
    ];

    /// <summary>How many rows have a standing.</summary>
    public int CountOf(RegisterStanding standing) => _sums.Where(s => s.Key.Standing == standing).Sum(s => s.Value.Count);

    /// <summary>Takes the next row.</summary>
    public void Add(RegisterEntry entry)
    {
        _digest.AppendData(Convert.FromHexString(RegisterSeal.OfRow(RegisterEntryText.Write(entry), entry.Shape)));
        var (key, area) = ((entry.Standing, entry.Category), RegisterFiling.Hundredths(entry));
        var sum = _sums.GetValueOrDefault(key);
        _sums[key] = (sum.Count + 1, sum.Hundredths + (area ?? 0), sum.NoArea + (area is null ? 1 : 0));
        if (entry.Doubts.Count > 0) Doubtful++;
        if (entry.IsGenerated) Generated++;
        if (entry.Standing != RegisterStanding.Entered || entry.Missing.Count == 0) return;
        if (Incomplete++ < Examples) _incomplete.Add($"{entry.Id}（缺{string.Join("、", entry.Missing)}）");
    }

    /// <summary>SHA-256 of the rows so far, lower-case hex.</summary>
    public string Digest() => Convert.ToHexStringLower(_digest.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();
}
