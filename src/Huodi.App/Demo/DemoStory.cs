namespace Huodi.App.Demo;

/// <summary>How far a generated project has come.</summary>
internal enum DemoState
{
    NotStarted,
    Building,
    Stopped,
    Finished,

    /// <summary>Nobody recorded whether it started.</summary>
    Unrecorded,
}

/// <summary>
/// What happened to a generated parcel, told in order: supplied, handed over, started, stopped or finished. Nothing actual lies
/// after the day of the story, and nothing ends before it begins.
/// </summary>
internal sealed record DemoStory
{
    private static readonly string[] AuthorityCauses = ["规划依法修改", "国家政策修改条件", "群众信访", "军事管制或文物保护", "政府其他行为"];

    public required DateOnly Supplied { get; init; }

    public required DateOnly AgreedHandover { get; init; }

    public required DateOnly AgreedStart { get; init; }

    public required DateOnly AgreedFinish { get; init; }

    public DateOnly? Handover { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? Finish { get; init; }

    public required DemoState State { get; init; }

    /// <summary>闲置原因 as the dictionary lists it; null when nobody looked into it or there is nothing to look into.</summary>
    public string? Cause { get; init; }


    public static DemoStory Tell(DemoRandom random, DateOnly today)
    {
        // Most supplies are recent; the oldest lie fifteen years back.
        var supplied = today.AddDays(-60 - (int)(5_400 * Math.Pow(random.Share(), 1.3)));
        var agreedHandover = supplied.AddDays(random.Whole(15, 120));
        var agreedStart = agreedHandover.AddDays(random.Chance(0.05) ? random.Whole(731, 900) : random.Whole(60, 700));
        var agreedFinish = agreedStart.AddDays(random.Whole(540, 1_500));
        var lateHandover = random.Chance(0.15);
        var handover = Past(agreedHandover.AddDays(lateHandover ? random.Whole(40, 500) : random.Whole(0, 10)), today);

        var state = handover is null ? DemoState.NotStarted : random.Share() switch
        {
            < 0.30 => DemoState.Finished,
            < 0.52 => DemoState.Building,
            < 0.78 => DemoState.NotStarted,
            < 0.88 => DemoState.Stopped,
            _ => DemoState.Unrecorded,
        };
        DateOnly? start = null;
        if (handover is { } given && state is DemoState.Finished or DemoState.Building or DemoState.Stopped)
        {
            start = Past(Later(given, agreedStart.AddDays(random.Whole(-60, 400))), today);
            if (start is null) state = DemoState.NotStarted;
        }

        DateOnly? finish = null;
        if (start is { } began && state == DemoState.Finished)
        {
            finish = Past(began.AddDays(random.Whole(400, 1_600)), today);
            if (finish is null) state = DemoState.Building;
        }

        // Work that stopped for a year must have begun longer ago than that.
        if (state == DemoState.Stopped && start > today.AddDays(-420)) state = DemoState.Building;
        return new()
        {
            Supplied = supplied,
            AgreedHandover = agreedHandover,
            AgreedStart = agreedStart,
            AgreedFinish = agreedFinish,
            Handover = handover,
            Start = start,
            Finish = finish,
            State = state,
            Cause = Why(random, state, agreedStart < today, lateHandover || handover is null),
        };
    }

    private static string? Why(DemoRandom random, DemoState state, bool due, bool lateHandover)
    {
        if (!due || state is not (DemoState.NotStarted or DemoState.Stopped) || random.Chance(0.2)) return null;
        if (lateHandover && state == DemoState.NotStarted) return "未按期交地";
        return random.Share() switch
        {
            < 0.55 => "企业自身原因",
            < 0.95 => random.Pick<string>(AuthorityCauses),
            _ => "自然灾害等不可抗力",
        };
    }

    private static DateOnly? Past(DateOnly date, DateOnly today) => date <= today ? date : null;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
