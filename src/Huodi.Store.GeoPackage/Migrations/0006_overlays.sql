-- Control layers, version by version, and what overlays of parcels with them measured.
CREATE TABLE control_layer (
  number INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  file TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  imported_at DATETIME NOT NULL,
  shapes INTEGER NOT NULL,
  note TEXT NOT NULL
);
CREATE UNIQUE INDEX control_layer_version ON control_layer (name, version);

CREATE TABLE control_shape (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  layer_number INTEGER NOT NULL REFERENCES control_layer (number),
  layer_name TEXT NOT NULL
);
CREATE INDEX control_shape_layer ON control_shape (layer_number);

-- layers: JSON array of numbers of control_layer.
CREATE TABLE overlay_run (
  number INTEGER PRIMARY KEY NOT NULL,
  run_at DATETIME NOT NULL,
  region TEXT NOT NULL,
  layers TEXT NOT NULL,
  parcels INTEGER NOT NULL
);

-- A parcel that was measured and has no row does not overlap the layer. share: 0 to 1, 1 only for a parcel wholly inside.
CREATE TABLE overlay_result (
  id INTEGER PRIMARY KEY NOT NULL,
  run_number INTEGER NOT NULL REFERENCES overlay_run (number),
  parcel_id TEXT NOT NULL,
  layer_number INTEGER NOT NULL REFERENCES control_layer (number),
  area_hundredths INTEGER NOT NULL,
  share DOUBLE NOT NULL
);
CREATE UNIQUE INDEX overlay_result_parcel ON overlay_result (run_number, parcel_id, layer_number);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('control_shape', 'features', '控制线', '各控制线图层的图形，按版本', 4490),
  ('control_layer', 'attributes', '控制线图层', '每次导入为一版', NULL),
  ('overlay_run', 'attributes', '叠加分析', '每次叠加分析的时间和图层版本', NULL),
  ('overlay_result', 'attributes', '叠加结果', '宗地与控制线的重叠面积（0.01 平方米）和占比', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('control_shape', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_control_shape_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_control_shape_geom_insert AFTER INSERT ON control_shape
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_control_shape_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_control_shape_geom_update1 AFTER UPDATE OF geom ON control_shape
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_control_shape_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_control_shape_geom_update2 AFTER UPDATE OF geom ON control_shape
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_control_shape_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_control_shape_geom_update3 AFTER UPDATE ON control_shape
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_control_shape_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_control_shape_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_control_shape_geom_update4 AFTER UPDATE ON control_shape
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_control_shape_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_control_shape_geom_delete AFTER DELETE ON control_shape
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_control_shape_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('control_shape', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
