-- Registers: filed versions with their rows, findings; and what became of parcels.
-- A version is sealed by its own row, written last: rows can only be added before it is there, and nothing can be changed after.
CREATE TABLE register_version (
  number INTEGER PRIMARY KEY NOT NULL,
  register TEXT NOT NULL,
  register_name TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL,
  as_of DATE NOT NULL,
  filed_at DATETIME NOT NULL,
  filed_by TEXT NOT NULL,
  document TEXT NOT NULL,
  run_number INTEGER REFERENCES run (number),
  base_number INTEGER REFERENCES register_version (number),
  columns TEXT NOT NULL,
  entered INTEGER NOT NULL,
  suspected INTEGER NOT NULL,
  incomplete INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX register_version_line ON register_version (register, region, number);

-- content is the row as hashed, everything but the shape; the other columns repeat parts of it for lists, sums and QGIS.
CREATE TABLE register_entry (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  version_number INTEGER NOT NULL REFERENCES register_version (number) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('parcel', 'grant', 'approval')),
  subject_id TEXT NOT NULL,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('suspected', 'entered')),
  category TEXT NOT NULL,
  reason TEXT NOT NULL,
  area_hundredths INTEGER,
  generated BOOLEAN NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE UNIQUE INDEX register_entry_position ON register_entry (version_number, position);
CREATE UNIQUE INDEX register_entry_identity ON register_entry (version_number, subject, subject_id);

CREATE TABLE register_finding (
  number INTEGER PRIMARY KEY NOT NULL,
  register TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('parcel', 'grant', 'approval')),
  subject_id TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('enter', 'exclude')),
  day DATE NOT NULL,
  recorded_at DATETIME NOT NULL,
  recorded_by TEXT NOT NULL,
  document TEXT NOT NULL,
  reason TEXT NOT NULL
);

-- parcel_change_part: carried and restate are JSON arrays of fact names: taken over, and unknown until they are stated anew.
CREATE TABLE parcel_change (
  number INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'reshape')),
  day DATE NOT NULL,
  recorded_at DATETIME NOT NULL,
  recorded_by TEXT NOT NULL,
  document TEXT NOT NULL,
  reason TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
);

CREATE TABLE parcel_change_part (
  id INTEGER PRIMARY KEY NOT NULL,
  change_number INTEGER NOT NULL REFERENCES parcel_change (number),
  is_after BOOLEAN NOT NULL,
  position INTEGER NOT NULL,
  parcel_id TEXT NOT NULL,
  measured_hundredths INTEGER NOT NULL,
  carried TEXT NOT NULL,
  restate TEXT NOT NULL
);
CREATE INDEX parcel_change_part_change ON parcel_change_part (change_number, is_after, position);
CREATE UNIQUE INDEX parcel_change_part_parcel ON parcel_change_part (parcel_id, is_after);

CREATE TABLE parcel_correction (
  number INTEGER PRIMARY KEY NOT NULL,
  parcel_id TEXT NOT NULL,
  fact TEXT NOT NULL,
  before TEXT,
  after TEXT,
  day DATE NOT NULL,
  recorded_at DATETIME NOT NULL,
  recorded_by TEXT NOT NULL,
  document TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX parcel_correction_parcel ON parcel_correction (parcel_id);

ALTER TABLE parcel ADD COLUMN retired_by INTEGER REFERENCES parcel_change (number);
CREATE INDEX parcel_retired ON parcel (retired_by) WHERE retired_by IS NOT NULL;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('register_entry', 'features', '台账行', '各版本台账的行；standing 为 suspected 的是疑似，entered 的是认定', 4490),
  ('register_version', 'attributes', '台账版本', '已备案的台账版本，不可更改', NULL),
  ('register_finding', 'attributes', '台账认定', '纳入和排除的认定及其文书', NULL),
  ('parcel_change', 'attributes', '宗地变更', '分割、合并、界址变更', NULL),
  ('parcel_change_part', 'attributes', '宗地变更的前后宗地', '变更前后的宗地、面积和事实的承继', NULL),
  ('parcel_correction', 'attributes', '事实更正', '更正前后的值、依据和理由', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('register_entry', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

-- The R-tree extension, as GeoPackage 1.3 annex F.3 writes it.
CREATE VIRTUAL TABLE rtree_register_entry_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_register_entry_geom_insert AFTER INSERT ON register_entry
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_register_entry_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_register_entry_geom_update1 AFTER UPDATE OF geom ON register_entry
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_register_entry_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_register_entry_geom_update2 AFTER UPDATE OF geom ON register_entry
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_register_entry_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_register_entry_geom_update3 AFTER UPDATE ON register_entry
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_register_entry_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_register_entry_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_register_entry_geom_update4 AFTER UPDATE ON register_entry
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_register_entry_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_register_entry_geom_delete AFTER DELETE ON register_entry
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_register_entry_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('register_entry', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

-- What is filed stays. A row of a version that is there already cannot be added either, nor one be replaced.
CREATE TRIGGER register_version_no_update BEFORE UPDATE ON register_version
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER register_version_no_delete BEFORE DELETE ON register_version
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER register_entry_no_update BEFORE UPDATE ON register_entry
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER register_entry_no_delete BEFORE DELETE ON register_entry
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER register_finding_no_update BEFORE UPDATE ON register_finding
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER register_finding_no_delete BEFORE DELETE ON register_finding
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER parcel_change_no_update BEFORE UPDATE ON parcel_change
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_change_no_delete BEFORE DELETE ON parcel_change
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_change_part_no_update BEFORE UPDATE ON parcel_change_part
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_change_part_no_delete BEFORE DELETE ON parcel_change_part
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_correction_no_update BEFORE UPDATE ON parcel_correction
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_correction_no_delete BEFORE DELETE ON parcel_correction
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER register_version_no_replace BEFORE INSERT ON register_version
  WHEN EXISTS (SELECT 1 FROM register_version WHERE number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER register_finding_no_replace BEFORE INSERT ON register_finding
  WHEN EXISTS (SELECT 1 FROM register_finding WHERE number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;

CREATE TRIGGER parcel_change_no_replace BEFORE INSERT ON parcel_change
  WHEN EXISTS (SELECT 1 FROM parcel_change WHERE number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_correction_no_replace BEFORE INSERT ON parcel_correction
  WHEN EXISTS (SELECT 1 FROM parcel_correction WHERE number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER parcel_change_part_no_replace BEFORE INSERT ON parcel_change_part
  WHEN EXISTS (SELECT 1 FROM parcel_change_part WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'LINEAGE_FROZEN');
END;

CREATE TRIGGER register_entry_no_addition BEFORE INSERT ON register_entry
  WHEN EXISTS (SELECT 1 FROM register_version WHERE number = NEW.version_number)
    OR EXISTS (SELECT 1 FROM register_entry WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'REGISTER_FROZEN');
END;
