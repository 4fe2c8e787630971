-- Imports, districts, parcels and grants. Facts are JSON text: an array of name, value, batch, file, row, column.
CREATE TABLE huodi_migration (
  version INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  applied_at DATETIME NOT NULL
);

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY NOT NULL,
  file TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  layer TEXT NOT NULL,
  imported_at DATETIME NOT NULL,
  header TEXT NOT NULL,
  added INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
);

CREATE TABLE import_row (
  id INTEGER PRIMARY KEY NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  row INTEGER NOT NULL,
  cells TEXT NOT NULL
);
CREATE INDEX import_row_batch ON import_row (batch_id);

-- A diagnostic of a refused row, or (import_row_id is null) of a row that was kept or of the whole file.
CREATE TABLE import_diagnostic (
  id INTEGER PRIMARY KEY NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  import_row_id INTEGER REFERENCES import_row (id),
  row INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('warning', 'error')),
  message TEXT NOT NULL,
  suggestion TEXT NOT NULL
);
CREATE INDEX import_diagnostic_batch ON import_diagnostic (batch_id);

CREATE TABLE district (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX district_batch ON district (batch_id);

-- area_hundredths: the registered area in whole 0.01 square metres, for lists and maps; the facts hold the exact figure.
CREATE TABLE parcel (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  area_hundredths INTEGER,
  generated BOOLEAN NOT NULL,
  facts TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX parcel_division ON parcel (division, id);
CREATE INDEX parcel_batch ON parcel (batch_id);

-- parcel_id is not a foreign key: grants may be imported before the parcels they name.
CREATE TABLE grant_result (
  id INTEGER PRIMARY KEY NOT NULL,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  division_name TEXT NOT NULL,
  parcel_id TEXT,
  area_hundredths INTEGER,
  facts TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX grant_result_division ON grant_result (division, number);
CREATE INDEX grant_result_parcel ON grant_result (parcel_id);
CREATE INDEX grant_result_batch ON grant_result (batch_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('district', 'features', '行政区', '县级行政区界线', 4490),
  ('parcel', 'features', '宗地', '宗地图形与事实；generated 为 1 的是演示数据', 4490),
  ('grant_result', 'attributes', '供地结果', '出让、划拨、租赁结果', NULL),
  ('import_batch', 'attributes', '导入批次', '每次导入的文件', NULL),
  ('import_row', 'attributes', '未收录的行', '导入时拒绝的行，原样保存', NULL),
  ('import_diagnostic', 'attributes', '导入诊断', '导入时发现的问题', NULL),
  ('huodi_migration', 'attributes', '库结构版本', '已执行的结构脚本', NULL);

INSERT INTO gpkg_geometry_columns VALUES
  ('district', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('parcel', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

-- The R-tree extension, as GeoPackage 1.3 annex F.3 writes it.
CREATE VIRTUAL TABLE rtree_district_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_district_geom_insert AFTER INSERT ON district
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_district_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_district_geom_update1 AFTER UPDATE OF geom ON district
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_district_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_district_geom_update2 AFTER UPDATE OF geom ON district
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_district_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_district_geom_update3 AFTER UPDATE ON district
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_district_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_district_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_district_geom_update4 AFTER UPDATE ON district
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_district_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_district_geom_delete AFTER DELETE ON district
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_district_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('district', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE VIRTUAL TABLE rtree_parcel_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_parcel_geom_insert AFTER INSERT ON parcel
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_parcel_geom_update1 AFTER UPDATE OF geom ON parcel
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_parcel_geom_update2 AFTER UPDATE OF geom ON parcel
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_parcel_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_parcel_geom_update3 AFTER UPDATE ON parcel
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_parcel_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_parcel_geom_update4 AFTER UPDATE ON parcel
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_parcel_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_parcel_geom_delete AFTER DELETE ON parcel
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_parcel_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('parcel', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
