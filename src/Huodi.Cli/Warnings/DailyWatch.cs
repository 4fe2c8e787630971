using System.Collections.Specialized;
using System.Globalization;
using Huodi.Cli.Land;
using Huodi.Store.Postgres.Scheduling;
using Quartz;
using Quartz.Impl;
using Quartz.Listener;

namespace Huodi.Cli.Warnings;

/// <summary>
/// The scheduler: in memory beside a file, whose lock lets one process run; clustered on a server, where any number of workers watch
/// and one of them runs.
/// </summary>
internal sealed class DailyWatch : IAsyncDisposable
{
    /// <summary>How often a worker says that it lives, in seconds.</summary>
    public const int UsualCheckIn = 7;

    private const string Name = "huodi";
    private static readonly JobKey Job = new("daily-warnings");
    private static readonly TriggerKey Trigger = new("daily-warnings");
    private readonly IScheduler _scheduler;

    private DailyWatch(IScheduler scheduler) => _scheduler = scheduler;

    /// <summary>Starts it; what was missed is made up for at once.</summary>
    /// <param name="store">The store, as on the command line.</param>
    /// <param name="work">What it does.</param>
    /// <param name="checkIn">How often a worker beside a server says that it lives, in seconds. One that was silent for twice as long is dead; another does its work.</param>
    /// <param name="errors">Where the scheduler's own troubles are told.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="CliException">CLOCK_APART: this machine's clock is not the server's.</exception>
    public static async Task<DailyWatch> StartAsync(string store, DailyWork work, int checkIn, TextWriter errors, CancellationToken cancellation)
    {
        await work.RequireClockAsync(cancellation);
        var settings = StoreOpener.IsPostgres(store) ? Clustered(await QuartzTables.EnsureAsync(store, cancellation), checkIn) : InMemory();
        var scheduler = await new StdSchedulerFactory(settings).GetScheduler(cancellation);
        scheduler.JobFactory = new DailyJob.Factory(work);
        scheduler.ListenerManager.AddSchedulerListener(new Troubles(errors));
        var job = JobBuilder.Create<DailyJob>().WithIdentity(Job).RequestRecovery().StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(Trigger).ForJob(Job)
            .WithSchedule(CronScheduleBuilder.DailyAtHourAndMinute(work.Daily.Hour, work.Daily.Minute).InTimeZone(China()).WithMisfireHandlingInstructionFireAndProceed())
            .Build();
        await scheduler.ScheduleJob(job, [trigger], replace: true, cancellation);
        await scheduler.Start(cancellation);
        await scheduler.TriggerJob(Job, cancellation);
        return new(scheduler);
    }

    /// <summary>Ends it; a run under way is cancelled and leaves no trace.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var running in await _scheduler.GetCurrentlyExecutingJobs()) _ = await _scheduler.Interrupt(running.FireInstanceId);
        await _scheduler.Shutdown(waitForJobsToComplete: true);
    }

    private static NameValueCollection InMemory() => new()
    {
        ["quartz.scheduler.instanceName"] = Name,
        ["quartz.threadPool.maxConcurrency"] = "1",
    };

    private static NameValueCollection Clustered(QuartzTables tables, int checkIn) => new(InMemory())
    {
        ["quartz.scheduler.instanceId"] = "AUTO",
        ["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz",
        ["quartz.jobStore.driverDelegateType"] = "Quartz.Impl.AdoJobStore.PostgreSQLDelegate, Quartz",
        ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.clusterCheckinInterval"] = Milliseconds(checkIn),
        ["quartz.jobStore.clusterCheckinMisfireThreshold"] = Milliseconds(checkIn),
        ["quartz.jobStore.dbRetryInterval"] = Milliseconds(checkIn),
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.tablePrefix"] = tables.Prefix,
        ["quartz.jobStore.dataSource"] = Name,
        [$"quartz.dataSource.{Name}.provider"] = "Npgsql",
        [$"quartz.dataSource.{Name}.connectionString"] = tables.ConnectionString,
        ["quartz.serializer.type"] = typeof(NoData).AssemblyQualifiedName,
    };

    private static string Milliseconds(int seconds) => (seconds * 1000).ToString(CultureInfo.InvariantCulture);

    /// <summary>China has one time, whether or not the machine knows its zones.</summary>
    private static TimeZoneInfo China() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone) ? zone : TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");

    private sealed class Troubles(TextWriter errors) : SchedulerListenerSupport
    {
        public override Task SchedulerError(string msg, SchedulerException cause, CancellationToken cancellationToken = default) =>
            errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"定时：{msg} {cause.InnerException?.Message ?? cause.Message}"));
    }
}
