-- Daily warnings: each is given once ever; what happens to one is only added (docs/adr/0069-warnings-are-given-once.md).
CREATE TABLE warning_run (
  number INTEGER PRIMARY KEY NOT NULL,
  day DATE NOT NULL,
  ran_at DATETIME NOT NULL,
  started_by TEXT NOT NULL,
  ledger_entries INTEGER NOT NULL,
  given INTEGER NOT NULL,
  changed INTEGER NOT NULL
);

-- term: the last day, or the facts that are missing. since: the day from which an escalation counts.
CREATE TABLE warning (
  number INTEGER PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('parcel', 'grant', 'project')),
  subject_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  term TEXT NOT NULL,
  level TEXT NOT NULL,
  matter TEXT NOT NULL,
  due DATE,
  rank INTEGER NOT NULL,
  division TEXT,
  articles TEXT NOT NULL,
  responsible TEXT NOT NULL,
  text TEXT NOT NULL,
  run_number INTEGER NOT NULL REFERENCES warning_run (number) DEFERRABLE INITIALLY DEFERRED,
  given_for DATE NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('given', 'acknowledged', 'delegated', 'closed', 'done', 'void', 'superseded')),
  is_open BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  office TEXT NOT NULL,
  person TEXT NOT NULL,
  since DATE NOT NULL,
  UNIQUE (subject_kind, subject_id, rule, term, level)
);
CREATE INDEX warning_open ON warning (subject_kind, subject_id, number) WHERE is_open;
CREATE INDEX warning_urgency ON warning (is_open, rank, due, number);
-- Counting by office and level reads the index alone.
CREATE INDEX warning_office ON warning (is_open, office, rank, due, number, level, status);

CREATE TABLE warning_event (
  id INTEGER PRIMARY KEY NOT NULL,
  warning_number INTEGER NOT NULL REFERENCES warning (number),
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  recorded_at DATETIME NOT NULL,
  recorded_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  office TEXT NOT NULL,
  person TEXT NOT NULL,
  document TEXT,
  document_hash TEXT,
  ledger_entry INTEGER REFERENCES ledger_entry (number),
  run_number INTEGER REFERENCES warning_run (number) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (warning_number, version)
);

CREATE TRIGGER warning_delete BEFORE DELETE ON warning BEGIN
  SELECT RAISE(ABORT, '预警发出后不能删除');
END;
CREATE TRIGGER warning_keep BEFORE UPDATE OF number, subject_kind, subject_id, rule, term, level, due, articles, responsible, text, run_number, given_for ON warning BEGIN
  SELECT RAISE(ABORT, '预警发出后内容不能改动');
END;
CREATE TRIGGER warning_event_update BEFORE UPDATE ON warning_event BEGIN
  SELECT RAISE(ABORT, '预警的经过只增不改');
END;
CREATE TRIGGER warning_event_delete BEFORE DELETE ON warning_event BEGIN
  SELECT RAISE(ABORT, '预警的经过只增不删');
END;
CREATE TRIGGER warning_run_delete BEFORE DELETE ON warning_run BEGIN
  SELECT RAISE(ABORT, '预警的运行记录不能删除');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('warning_run', 'attributes', '每日预警运行', '每次运行为哪一天、发出多少', NULL),
  ('warning', 'attributes', '预警', '每个时限的每个预警点只发一次', NULL),
  ('warning_event', 'attributes', '预警经过', '签收、转办、办结、升级，只增不改', NULL);
