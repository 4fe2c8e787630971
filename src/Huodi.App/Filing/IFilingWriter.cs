namespace Huodi.App.Filing;

/// <summary>Writes one file of a package row by row.</summary>
public interface IFilingWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    void Write(FilingRow row);

    /// <summary>Completes the file; without it what was written is no whole file.</summary>
    void Finish();
}
