-- Files of source documents: each is kept once under its SHA-256 and never changed (docs/adr/0066-files-of-documents-are-kept.md).
CREATE TABLE source_document (
  number INTEGER PRIMARY KEY NOT NULL,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  kept_at DATETIME NOT NULL,
  kept_by TEXT NOT NULL,
  seal TEXT NOT NULL CHECK (length(seal) = 64)
);
CREATE TABLE source_document_piece (
  id INTEGER PRIMARY KEY NOT NULL,
  document_number INTEGER NOT NULL REFERENCES source_document (number),
  place INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (document_number, place)
);

CREATE TRIGGER source_document_update BEFORE UPDATE ON source_document BEGIN
  SELECT RAISE(ABORT, '存入的文件不能改动');
END;
CREATE TRIGGER source_document_delete BEFORE DELETE ON source_document BEGIN
  SELECT RAISE(ABORT, '存入的文件不能删除');
END;
CREATE TRIGGER source_document_piece_update BEFORE UPDATE ON source_document_piece BEGIN
  SELECT RAISE(ABORT, '存入的文件不能改动');
END;
CREATE TRIGGER source_document_piece_delete BEFORE DELETE ON source_document_piece BEGIN
  SELECT RAISE(ABORT, '存入的文件不能删除');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('source_document', 'attributes', '依据文件', '按 SHA-256 存入，只增不改', NULL),
  ('source_document_piece', 'attributes', '依据文件内容', '每段最多 1 MiB', NULL);
