-- The findings of a quality check as a file of their own, for QGIS.
CREATE TABLE quality_finding (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  severity TEXT NOT NULL,
  parcel TEXT NOT NULL,
  other TEXT,
  message TEXT NOT NULL,
  part INTEGER,
  ring INTEGER,
  vertex INTEGER,
  square_metres DOUBLE,
  figures TEXT NOT NULL,
  remedy TEXT NOT NULL
);

CREATE TABLE quality_count (
  id INTEGER PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  severity TEXT NOT NULL,
  count INTEGER NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('quality_finding', 'features', '质量问题', '每个问题在它的位置上', 4490),
  ('quality_count', 'attributes', '问题计数', '各类问题的数目', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('quality_finding', 'geom', 'POINT', 4490, 0, 0);
