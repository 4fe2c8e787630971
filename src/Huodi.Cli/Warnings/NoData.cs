using Quartz.Spi;

namespace Huodi.Cli.Warnings;

/// <summary>What the scheduler would write of a job's data: our job has none.</summary>
internal sealed class NoData : IObjectSerializer
{
    /// <inheritdoc/>
    public void Initialize()
    {
    }

    /// <inheritdoc/>
    public byte[] Serialize<T>(T obj)
        where T : class => [];

    /// <inheritdoc/>
    public T? DeSerialize<T>(byte[] data)
        where T : class => null;
}
