-- Registers: filed versions with their rows, findings; and what became of parcels.
-- A version is sealed by its own row, written last: rows can only be added before it is there, and nothing can be changed after.
CREATE TABLE register_version (
  number bigint PRIMARY KEY,
  register text COLLATE "C" NOT NULL,
  register_name text NOT NULL,
  name text COLLATE "C" NOT NULL UNIQUE,
  region text COLLATE "C" NOT NULL,
  as_of date NOT NULL,
  filed_at timestamptz NOT NULL,
  filed_by text NOT NULL,
  document text NOT NULL,
  run_number bigint REFERENCES run (number),
  base_number bigint REFERENCES register_version (number),
  columns text NOT NULL,
  entered integer NOT NULL,
  suspected integer NOT NULL,
  incomplete integer NOT NULL,
  hash text NOT NULL
);
CREATE INDEX register_version_line ON register_version (register, region, number);

-- content is the row as hashed, everything but the shape; the other columns repeat parts of it for lists, sums and QGIS.
CREATE TABLE register_entry (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  geom geometry(MultiPolygon, 4490),
  version_number bigint NOT NULL REFERENCES register_version (number) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL,
  subject text COLLATE "C" NOT NULL CHECK (subject IN ('parcel', 'grant', 'approval')),
  subject_id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  division text COLLATE "C" NOT NULL,
  standing text NOT NULL CHECK (standing IN ('suspected', 'entered')),
  category text NOT NULL,
  reason text NOT NULL,
  area_hundredths bigint,
  generated boolean NOT NULL,
  content text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX register_entry_geom ON register_entry USING gist (geom);
CREATE UNIQUE INDEX register_entry_position ON register_entry (version_number, position);
CREATE UNIQUE INDEX register_entry_identity ON register_entry (version_number, subject, subject_id);

CREATE TABLE register_finding (
  number bigint PRIMARY KEY,
  register text NOT NULL,
  subject text NOT NULL CHECK (subject IN ('parcel', 'grant', 'approval')),
  subject_id text COLLATE "C" NOT NULL,
  act text NOT NULL CHECK (act IN ('enter', 'exclude')),
  day date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  document text NOT NULL,
  reason text NOT NULL
);

CREATE TABLE parcel_change (
  number bigint PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('split', 'merge', 'reshape')),
  day date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  document text NOT NULL,
  reason text NOT NULL,
  batch_id bigint NOT NULL REFERENCES import_batch (id)
);

-- carried, restate: names of facts that the parcel took over, and of those that are unknown until they are stated anew.
CREATE TABLE parcel_change_part (
  change_number bigint NOT NULL REFERENCES parcel_change (number),
  is_after boolean NOT NULL,
  position integer NOT NULL,
  parcel_id text COLLATE "C" NOT NULL,
  measured_hundredths bigint NOT NULL,
  carried text[] NOT NULL,
  restate text[] NOT NULL,
  PRIMARY KEY (change_number, is_after, position)
);
CREATE UNIQUE INDEX parcel_change_part_parcel ON parcel_change_part (parcel_id, is_after);

CREATE TABLE parcel_correction (
  number bigint PRIMARY KEY,
  parcel_id text COLLATE "C" NOT NULL,
  fact text NOT NULL,
  before text,
  after text,
  day date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  document text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX parcel_correction_parcel ON parcel_correction (parcel_id);

ALTER TABLE parcel ADD COLUMN retired_by bigint REFERENCES parcel_change (number);
CREATE INDEX parcel_retired ON parcel (retired_by) WHERE retired_by IS NOT NULL;

-- What is filed stays.
CREATE FUNCTION huodi_stays() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'HD001';
END
$$;

-- A row of a version that is filed already cannot be added.
CREATE FUNCTION huodi_register_open() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM 1 FROM register_version WHERE number = NEW.version_number;
  IF FOUND THEN
    RAISE EXCEPTION 'REGISTER_FROZEN' USING ERRCODE = 'HD001';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER register_entry_no_addition BEFORE INSERT ON register_entry FOR EACH ROW EXECUTE FUNCTION huodi_register_open();
CREATE TRIGGER register_version_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON register_version FOR EACH STATEMENT EXECUTE FUNCTION huodi_stays('REGISTER_FROZEN');
CREATE TRIGGER register_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON register_entry FOR EACH STATEMENT EXECUTE FUNCTION huodi_stays('REGISTER_FROZEN');
CREATE TRIGGER register_finding_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON register_finding FOR EACH STATEMENT EXECUTE FUNCTION huodi_stays('REGISTER_FROZEN');
CREATE TRIGGER parcel_change_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON parcel_change FOR EACH STATEMENT EXECUTE FUNCTION huodi_stays('LINEAGE_FROZEN');
CREATE TRIGGER parcel_change_part_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON parcel_change_part FOR EACH STATEMENT EXECUTE FUNCTION huodi_stays('LINEAGE_FROZEN');
CREATE TRIGGER parcel_correction_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON parcel_correction FOR EACH STATEMENT EXECUTE FUNCTION huodi_stays('LINEAGE_FROZEN');

COMMENT ON TABLE register_version IS '台账版本：已备案的台账版本，不可更改';
COMMENT ON TABLE register_entry IS '台账行：各版本台账的行；standing 为 suspected 的是疑似，entered 的是认定';
COMMENT ON TABLE register_finding IS '台账认定：纳入和排除的认定及其文书';
COMMENT ON TABLE parcel_change IS '宗地变更：分割、合并、界址变更';
COMMENT ON TABLE parcel_change_part IS '宗地变更的前后宗地：面积和事实的承继';
COMMENT ON TABLE parcel_correction IS '事实更正：更正前后的值、依据和理由';
