using Huodi.Domain;
using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>How large a file may be to be kept; a setting of whoever runs the system.</summary>
/// <param name="Megabytes">MiB, from 1 to <see cref="Most"/>.</param>
public sealed record DocumentLimit(int Megabytes)
{
    /// <summary>What may be set at most: a file is read and copied whole.</summary>
    public const int Most = 1024;

    /// <summary>20 MB.</summary>
    public static DocumentLimit Usual { get; } = new(20);

    /// <summary>Bytes.</summary>
    public long Bytes => (long)Megabytes << 20;

    /// <summary>Refuses a file that is larger.</summary>
    /// <exception cref="DomainException">DOCUMENT_TOO_LARGE.</exception>
    public void Require(string name, long size)
    {
        if (size > Bytes)
            throw new DomainException("DOCUMENT_TOO_LARGE", $"文件“{DocumentFile.NameOf(name)}”大于 {Megabytes} MB，没有存入。请分成几个文件或者压缩；确需存入的，请管理员调高上限（--document-mb）。");
    }
}
