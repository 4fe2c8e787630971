using Huodi.App.Stores;
using NetTopologySuite.Geometries;

namespace Huodi.App.Registers;

/// <summary>Hashes a filed version again, as a store reads it, and says what is not as it was filed.</summary>
public sealed class RegisterCheck(RegisterVersion version, string baseHash) : IDisposable
{
    private readonly RegisterSeal _seal = new(version, baseHash);
    private int _changed;
    private string _first = "";
    private bool _isReadable = true;

    /// <summary>Takes the next row as it is stored.</summary>
    public void Add(string content, Geometry? shape, string hash)
    {
        var actual = RegisterSeal.OfRow(content, shape);
        try
        {
            var entry = RegisterEntryText.Read(content, shape);
            if (actual != hash && _changed++ == 0) _first = $"“{entry.Id}”";
            _seal.Add(entry, actual);
        }
        catch (StoreException)
        {
            _isReadable = false;
        }
    }

    /// <summary>What is wrong, in words; empty when nothing is.</summary>
    public IReadOnlyList<string> Close()
    {
        var title = $"台账版本第 {version.Number} 号“{version.Name}”";
        if (!_isReadable) return [$"{title}有无法读取的行，请从备份恢复"];
        if (_changed > 0) return [$"{title}有 {_changed} 行与备案时不同（首个：{_first}），请从备份恢复"];
        return _seal.Close(version).Hash == version.Hash ? [] : [$"{title}的行或抬头与备案时不同（哈希不符），请从备份恢复"];
    }

    /// <inheritdoc/>
    public void Dispose() => _seal.Dispose();
}
