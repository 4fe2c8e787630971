-- Suggested repairs, before and after, as a file of their own for QGIS.
CREATE TABLE repair_before (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  parcel TEXT NOT NULL,
  square_metres DOUBLE,
  vertices INTEGER NOT NULL
);

CREATE TABLE repair_after (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  parcel TEXT NOT NULL,
  square_metres DOUBLE NOT NULL,
  vertices INTEGER NOT NULL,
  steps TEXT NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('repair_before', 'features', '修复前', '现在的图形', 4490),
  ('repair_after', 'features', '修复后', '建议的图形，尚未应用', 4490);
INSERT INTO gpkg_geometry_columns VALUES
  ('repair_before', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('repair_after', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
