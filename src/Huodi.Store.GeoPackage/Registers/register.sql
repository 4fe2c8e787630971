-- A filed version of a register as a file of its own. The register's own columns are added under their Chinese headings.
CREATE TABLE register_version (
  id INTEGER PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  register TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  as_of DATE NOT NULL,
  filed_at DATETIME NOT NULL,
  filed_by TEXT NOT NULL,
  document TEXT NOT NULL,
  entered INTEGER NOT NULL,
  suspected INTEGER NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE register (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  standing TEXT NOT NULL,
  subject TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  category TEXT NOT NULL,
  reason TEXT NOT NULL,
  origins TEXT NOT NULL,
  doubts TEXT NOT NULL,
  missing TEXT NOT NULL,
  measured_area DOUBLE,
  generated BOOLEAN NOT NULL,
  row_hash TEXT NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('register', 'features', '台账', '台账的行；generated 为 1 的是演示数据', 4490),
  ('register_version', 'attributes', '台账版本', '版本的名称、范围、备案人和哈希', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('register', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

-- The R-tree extension, as GeoPackage 1.3 annex F.3 writes it.
CREATE VIRTUAL TABLE rtree_register_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_register_geom_insert AFTER INSERT ON register
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_register_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_register_geom_update1 AFTER UPDATE OF geom ON register
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_register_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_register_geom_update2 AFTER UPDATE OF geom ON register
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_register_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_register_geom_update3 AFTER UPDATE ON register
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_register_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_register_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_register_geom_update4 AFTER UPDATE ON register
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_register_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_register_geom_delete AFTER DELETE ON register
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_register_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('register', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
