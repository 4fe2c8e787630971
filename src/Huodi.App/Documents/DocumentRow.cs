using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>The record of a file as both stores hold it.</summary>
public static class DocumentRow
{
    /// <summary>Reads it.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: no store of ours wrote it.</exception>
    public static KeptDocument Read(long number, string hash, string name, long size, DateTimeOffset kept, string by, string seal)
    {
        try
        {
            return new(number, new(name, hash, size), kept, by, seal);
        }
        catch (DomainException wrong)
        {
            throw new StoreException("STORE_CORRUPT", $"第 {number} 号文件的记录被改动，无法读取（{wrong.Message}）。请从备份恢复。", wrong);
        }
    }
}
