using Huodi.Formats.Files;

namespace Huodi.Formats.Sources;

/// <summary>A folder for what is unpacked or converted, gone when it is disposed of.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <exception cref="FileRefusedException">WORK_FOLDER: it cannot be made.</exception>
    public WorkFolder(string inside)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(inside), "huodi-" + System.IO.Path.GetRandomFileName());
        try
        {
            _ = Directory.CreateDirectory(Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FileRefusedException("WORK_FOLDER", $"不能在 {inside} 建立临时目录：{problem.Message}", "检查磁盘空间和权限，或用环境变量 TMPDIR 指定另一处。");
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What the system still holds open it removes itself; the import is over either way.
        }
    }
}
