-- A frozen assessment as a file of its own: parcels with their counts, and every verdict.
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  as_of DATE NOT NULL,
  region TEXT NOT NULL,
  ran_at DATETIME NOT NULL,
  packages TEXT NOT NULL
);

-- summary is the outcome that most wants attention; the counts are numbers of decisions by outcome.
CREATE TABLE assessed_parcel (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  generated BOOLEAN NOT NULL,
  summary TEXT,
  value_count INTEGER NOT NULL,
  met_count INTEGER NOT NULL,
  not_met_count INTEGER NOT NULL,
  needs_facts_count INTEGER NOT NULL,
  needs_determination_count INTEGER NOT NULL,
  not_applicable_count INTEGER NOT NULL,
  not_in_force_count INTEGER NOT NULL,
  facts TEXT NOT NULL
);

CREATE TABLE assessed_grant (
  id INTEGER PRIMARY KEY NOT NULL,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  summary TEXT,
  value_count INTEGER NOT NULL,
  met_count INTEGER NOT NULL,
  not_met_count INTEGER NOT NULL,
  needs_facts_count INTEGER NOT NULL,
  needs_determination_count INTEGER NOT NULL,
  not_applicable_count INTEGER NOT NULL,
  not_in_force_count INTEGER NOT NULL,
  facts TEXT NOT NULL
);

CREATE TABLE verdict (
  id INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  decision TEXT NOT NULL,
  article TEXT NOT NULL,
  package TEXT NOT NULL,
  outcome TEXT NOT NULL,
  outcome_name TEXT NOT NULL,
  value TEXT,
  unit TEXT,
  missing TEXT NOT NULL,
  receipt TEXT NOT NULL
);
CREATE INDEX verdict_subject ON verdict (kind, subject_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('assessed_parcel', 'features', '评估宗地', '宗地与各类结论的条数；generated 为 1 的是演示数据', 4490),
  ('assessed_grant', 'attributes', '评估供地结果', '供地结果与各类结论的条数', NULL),
  ('verdict', 'attributes', '结论', '逐条结论', NULL),
  ('assessment', 'attributes', '评估', '评估的编号、日期和政策文本', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('assessed_parcel', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

-- The R-tree extension, as GeoPackage 1.3 annex F.3 writes it.
CREATE VIRTUAL TABLE rtree_assessed_parcel_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_assessed_parcel_geom_insert AFTER INSERT ON assessed_parcel
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_assessed_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_assessed_parcel_geom_update1 AFTER UPDATE OF geom ON assessed_parcel
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_assessed_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_assessed_parcel_geom_update2 AFTER UPDATE OF geom ON assessed_parcel
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_assessed_parcel_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_assessed_parcel_geom_update3 AFTER UPDATE ON assessed_parcel
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_assessed_parcel_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_assessed_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_assessed_parcel_geom_update4 AFTER UPDATE ON assessed_parcel
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_assessed_parcel_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_assessed_parcel_geom_delete AFTER DELETE ON assessed_parcel
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_assessed_parcel_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('assessed_parcel', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
