using Quartz;
using Quartz.Spi;

namespace Huodi.Cli.Warnings;

/// <summary>The job that the scheduler keeps: one at a time in the whole cluster, and done by another worker when one dies in it.</summary>
[DisallowConcurrentExecution]
internal sealed class DailyJob(DailyWork work) : IJob
{
    /// <inheritdoc/>
    public Task Execute(IJobExecutionContext context) => work.RunAsync(context.CancellationToken);

    /// <summary>Gives the scheduler its job.</summary>
    internal sealed class Factory(DailyWork work) : IJobFactory
    {
        /// <inheritdoc/>
        public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => new DailyJob(work);

        /// <inheritdoc/>
        public void ReturnJob(IJob job)
        {
        }
    }
}
