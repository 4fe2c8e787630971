-- What a comparison of policies found, as a file of its own. Columns “甲 …”, “乙 …” and “差额 …” for each question that changed are
-- added to changed_parcel and changed_grant when all is known.
CREATE TABLE comparison (
  id INTEGER PRIMARY KEY NOT NULL,
  side TEXT NOT NULL,
  name TEXT NOT NULL,
  packages TEXT NOT NULL,
  as_of DATE NOT NULL,
  made_at DATETIME NOT NULL
);

-- difference is for maps and sorting; difference_exact has every digit. Both are null where no change of money is known.
CREATE TABLE changed_parcel (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  generated BOOLEAN NOT NULL,
  changed_count INTEGER NOT NULL,
  changes TEXT NOT NULL,
  difference DOUBLE,
  difference_exact TEXT,
  open_money BOOLEAN NOT NULL
);

CREATE TABLE changed_grant (
  id INTEGER PRIMARY KEY NOT NULL,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  generated BOOLEAN NOT NULL,
  changed_count INTEGER NOT NULL,
  changes TEXT NOT NULL,
  difference DOUBLE,
  difference_exact TEXT,
  open_money BOOLEAN NOT NULL
);

CREATE TABLE change (
  id INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  question TEXT NOT NULL,
  from_decision TEXT,
  from_package TEXT,
  from_outcome TEXT,
  from_outcome_name TEXT NOT NULL,
  from_value TEXT,
  from_unit TEXT,
  to_decision TEXT,
  to_package TEXT,
  to_outcome TEXT,
  to_outcome_name TEXT NOT NULL,
  to_value TEXT,
  to_unit TEXT,
  from_words TEXT NOT NULL,
  to_words TEXT NOT NULL,
  difference DOUBLE,
  difference_exact TEXT
);
CREATE INDEX change_subject ON change (kind, subject_id);
CREATE INDEX change_question ON change (kind, question, subject_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('changed_parcel', 'features', '答案改变的宗地', '两种政策下答案不同的宗地；generated 为 1 的是演示数据', 4490),
  ('changed_grant', 'attributes', '答案改变的供地结果', '两种政策下答案不同的供地结果', NULL),
  ('change', 'attributes', '改变', '逐项改变', NULL),
  ('comparison', 'attributes', '比较', '比较的两方', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('changed_parcel', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

-- The R-tree extension, as GeoPackage 1.3 annex F.3 writes it.
CREATE VIRTUAL TABLE rtree_changed_parcel_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_changed_parcel_geom_insert AFTER INSERT ON changed_parcel
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_changed_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_changed_parcel_geom_update1 AFTER UPDATE OF geom ON changed_parcel
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_changed_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_changed_parcel_geom_update2 AFTER UPDATE OF geom ON changed_parcel
  WHEN OLD.fid = NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_changed_parcel_geom WHERE id = OLD.fid;
END;

CREATE TRIGGER rtree_changed_parcel_geom_update3 AFTER UPDATE ON changed_parcel
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_changed_parcel_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_changed_parcel_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;

CREATE TRIGGER rtree_changed_parcel_geom_update4 AFTER UPDATE ON changed_parcel
  WHEN OLD.fid != NEW.fid AND (NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_changed_parcel_geom WHERE id IN (OLD.fid, NEW.fid);
END;

CREATE TRIGGER rtree_changed_parcel_geom_delete AFTER DELETE ON changed_parcel
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_changed_parcel_geom WHERE id = OLD.fid;
END;

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('changed_parcel', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
