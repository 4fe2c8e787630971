-- Frozen assessment runs.
CREATE TABLE run (
  number INTEGER PRIMARY KEY NOT NULL,
  as_of DATE NOT NULL,
  region TEXT NOT NULL,
  ran_at DATETIME NOT NULL,
  packages TEXT NOT NULL,
  subjects INTEGER NOT NULL
);

CREATE TABLE run_subject (
  id INTEGER PRIMARY KEY NOT NULL,
  run_number INTEGER NOT NULL REFERENCES run (number),
  kind TEXT NOT NULL CHECK (kind IN ('parcel', 'grant')),
  subject_id TEXT NOT NULL,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  facts TEXT NOT NULL
);
CREATE UNIQUE INDEX run_subject_identity ON run_subject (run_number, kind DESC, subject_id);

CREATE TABLE run_verdict (
  id INTEGER PRIMARY KEY NOT NULL,
  run_subject_id INTEGER NOT NULL REFERENCES run_subject (id),
  position INTEGER NOT NULL,
  decision TEXT NOT NULL,
  article TEXT NOT NULL,
  package TEXT NOT NULL,
  outcome TEXT NOT NULL,
  value TEXT,
  unit TEXT,
  missing TEXT NOT NULL,
  receipt TEXT NOT NULL
);
CREATE UNIQUE INDEX run_verdict_position ON run_verdict (run_subject_id, position);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('run', 'attributes', '评估', '已冻结的评估', NULL),
  ('run_subject', 'attributes', '评估对象', '评估时的事实', NULL),
  ('run_verdict', 'attributes', '评估结论', '逐条结论', NULL);
