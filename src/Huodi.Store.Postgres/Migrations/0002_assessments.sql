-- Frozen assessment runs.
CREATE TABLE run (
  number bigint PRIMARY KEY,
  as_of date NOT NULL,
  region text COLLATE "C" NOT NULL,
  ran_at timestamptz NOT NULL,
  packages json NOT NULL,
  subjects bigint NOT NULL
);

CREATE TABLE run_subject (
  id bigint PRIMARY KEY,
  run_number bigint NOT NULL REFERENCES run (number),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('parcel', 'grant')),
  subject_id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  division text COLLATE "C" NOT NULL,
  facts json NOT NULL
);
CREATE UNIQUE INDEX run_subject_identity ON run_subject (run_number, kind DESC, subject_id);

CREATE TABLE run_verdict (
  run_subject_id bigint NOT NULL REFERENCES run_subject (id),
  position integer NOT NULL,
  decision text NOT NULL,
  article text NOT NULL,
  package text NOT NULL,
  outcome text NOT NULL,
  value text,
  unit text,
  missing text[] NOT NULL,
  receipt text NOT NULL,
  PRIMARY KEY (run_subject_id, position)
);

COMMENT ON TABLE run IS '评估：已冻结的评估';
COMMENT ON TABLE run_subject IS '评估对象：评估时的事实';
COMMENT ON TABLE run_verdict IS '评估结论：逐条结论';
