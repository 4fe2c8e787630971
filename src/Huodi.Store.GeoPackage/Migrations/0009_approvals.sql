-- Approved batches (批次): land whose conversion or expropriation one document approved.
CREATE TABLE approval_batch (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  approved_on DATE,
  approved_hundredths INTEGER,
  facts TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX approval_batch_division ON approval_batch (division, number);
CREATE INDEX approval_batch_batch ON approval_batch (batch_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('approval_batch', 'features', '用地批次', '农用地转用、征收的批准批次', 4490);

INSERT INTO gpkg_geometry_columns VALUES ('approval_batch', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

-- The R-tree extension, as GeoPackage 1.3 annex F.3 writes it.
CREATE VIRTUAL TABLE rtree_approval_batch_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_approval_batch_geom_insert AFTER INSERT ON approval_batch
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_approval_batch_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_approval_batch_geom_update1 AFTER UPDATE OF geom ON approval_batch
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_approval_batch_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_approval_batch_geom_update2 AFTER UPDATE OF geom ON approval_batch
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_approval_batch_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_approval_batch_geom_update3 AFTER UPDATE ON approval_batch
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_approval_batch_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_approval_batch_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_approval_batch_geom_update4 AFTER UPDATE ON approval_batch
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_approval_batch_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_approval_batch_geom_delete AFTER DELETE ON approval_batch
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_approval_batch_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('approval_batch', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
