namespace Huodi.Store.Postgres.Warnings;

/// <summary>How what a run gave comes into the tables. The events stand before the rows they change, which tell their next version.</summary>
internal static class MergeSql
{
    /// <summary>Events of what a run had closed and stands again. Parameters: run, moment, name.</summary>
    public const string Reopened = """
        INSERT INTO warning_event (warning_number, version, action, recorded_at, recorded_by, reason, office, person, run_number)
        SELECT w.number, w.version + 1, 'reopen', $2, $3, '所依据的登记有变，这项预警又成立', '', '', $1
        FROM warning_again g JOIN warning w ON w.number = g.number WHERE w.status IN ('done', 'void', 'superseded')
        """;

    /// <summary>Events of what becomes of open warnings. Parameters: run, moment, name.</summary>
    public const string Changed = """
        INSERT INTO warning_event (warning_number, version, action, recorded_at, recorded_by, reason, office, person, ledger_entry, run_number)
        SELECT w.number, w.version + 1, c.action, $2, $3, c.reason, c.office, '', c.ledger_entry, $1
        FROM warning_change c JOIN warning w ON w.number = c.number WHERE w.is_open
        """;

    /// <summary>Parameter: the day.</summary>
    public const string Reopen = """
        UPDATE warning w SET status = 'given', is_open = true, version = w.version + 1, since = $1
        FROM warning_again g WHERE w.number = g.number AND w.status IN ('done', 'void', 'superseded')
        """;

    /// <summary>Parameter: the day.</summary>
    public const string Change = """
        UPDATE warning w SET status = c.status, is_open = c.is_open, version = w.version + 1,
          office = CASE c.office WHEN '' THEN w.office ELSE c.office END, since = CASE c.action WHEN 'escalate' THEN $1 ELSE w.since END,
          person = CASE c.action WHEN 'escalate' THEN '' ELSE w.person END
        FROM warning_change c WHERE w.number = c.number AND w.is_open
        """;

    /// <summary>Remembers what was given before this run and ended by one. Parameter: run.</summary>
    public const string Again = $"""
        INSERT INTO warning_again SELECT w.number FROM warning_given g CROSS JOIN LATERAL ({Same}) w
        WHERE w.run_number < $1 AND w.status IN ('done', 'void', 'superseded')
        """;

    /// <summary>Parameters: run, day, number of the last warning that is there.</summary>
    public const string Give = $"""
        INSERT INTO warning (number, {WarningRows.NoticeColumns}, run_number, given_for, status, is_open, version, office, person, since)
        SELECT $3 + row_number() OVER (ORDER BY g.seq), {WarningRows.NoticeColumns}, $1, $2, 'given', true, 0, responsible, '', $2
        FROM warning_given g WHERE NOT EXISTS ({Same})
        """;

    // Looked up for each staged row by the index of the identity, whatever the planner believes: the offset keeps it from turning the
    // question round and reading all warnings, and the empty text from the index of the offices, which has the level too.
    private const string Same = """
        SELECT number, run_number, status FROM warning
        WHERE subject_kind = g.subject_kind AND subject_id = g.subject_id AND rule = g.rule AND term = g.term AND level || '' = g.level OFFSET 0
        """;
}
