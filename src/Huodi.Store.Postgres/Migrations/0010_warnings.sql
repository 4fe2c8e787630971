-- Daily warnings: each is given once ever; what happens to one is only added (docs/adr/0069-warnings-are-given-once.md).
CREATE TABLE warning_run (
  number bigint PRIMARY KEY,
  day date NOT NULL,
  ran_at timestamptz NOT NULL,
  started_by text NOT NULL,
  ledger_entries bigint NOT NULL,
  given bigint NOT NULL,
  changed bigint NOT NULL
);

-- term: the last day, or the facts that are missing. since: the day from which an escalation counts.
CREATE TABLE warning (
  number bigint PRIMARY KEY,
  subject_kind text COLLATE "C" NOT NULL CHECK (subject_kind IN ('parcel', 'grant', 'project')),
  subject_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  term text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  matter text NOT NULL,
  due date,
  rank integer NOT NULL,
  division text COLLATE "C",
  articles text[] NOT NULL,
  responsible text NOT NULL,
  text text NOT NULL,
  run_number bigint NOT NULL REFERENCES warning_run (number) DEFERRABLE INITIALLY DEFERRED,
  given_for date NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('given', 'acknowledged', 'delegated', 'closed', 'done', 'void', 'superseded')),
  is_open boolean NOT NULL,
  version integer NOT NULL,
  office text COLLATE "C" NOT NULL,
  person text NOT NULL,
  since date NOT NULL,
  UNIQUE (subject_kind, subject_id, rule, term, level)
);
CREATE INDEX warning_open ON warning (subject_kind, subject_id, number) WHERE is_open;
CREATE INDEX warning_urgency ON warning (is_open, rank, due NULLS FIRST, number);
-- Counting by office and level reads the index alone.
CREATE INDEX warning_office ON warning (is_open, office, rank, due NULLS FIRST, number, level, status);

CREATE TABLE warning_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warning_number bigint NOT NULL REFERENCES warning (number),
  version integer NOT NULL,
  action text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  reason text NOT NULL,
  office text NOT NULL,
  person text NOT NULL,
  document text,
  document_hash text,
  ledger_entry bigint REFERENCES ledger_entry (number),
  run_number bigint REFERENCES warning_run (number) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (warning_number, version)
);

CREATE FUNCTION warning_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '预警发出后不能删除，它的内容和经过只增不改';
END $$;

CREATE TRIGGER warning_refuse BEFORE DELETE OR TRUNCATE ON warning EXECUTE FUNCTION warning_refuse();
CREATE TRIGGER warning_keep BEFORE UPDATE OF number, subject_kind, subject_id, rule, term, level, due, articles, responsible, text, run_number, given_for ON warning
  EXECUTE FUNCTION warning_refuse();
CREATE TRIGGER warning_event_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON warning_event EXECUTE FUNCTION warning_refuse();
CREATE TRIGGER warning_run_refuse BEFORE DELETE OR TRUNCATE ON warning_run EXECUTE FUNCTION warning_refuse();

COMMENT ON TABLE warning_run IS '每日预警运行：每次运行为哪一天、发出多少';
COMMENT ON TABLE warning IS '预警：每个时限的每个预警点只发一次';
COMMENT ON TABLE warning_event IS '预警经过：签收、转办、办结、升级，只增不改';
