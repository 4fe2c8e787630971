-- The life-cycle ledger: entries are only added. hash: SHA-256 over the entry and the hash before it (docs/adr/0059-one-chain-a-store.md).
CREATE TABLE ledger_entry (
  number INTEGER PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('parcel', 'grant', 'project')),
  subject_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened DATE NOT NULL,
  recorded_at DATETIME NOT NULL,
  recorded_by TEXT NOT NULL,
  document TEXT NOT NULL,
  document_hash TEXT,
  payload TEXT NOT NULL,
  supersedes INTEGER REFERENCES ledger_entry (number) CHECK (supersedes < number),
  reason TEXT,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject_kind, subject_id, number);

-- One row: how many entries there are, and the last one's hash and moment.
CREATE TABLE ledger_head (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  entries INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  recorded_at DATETIME NOT NULL
);
INSERT INTO ledger_head VALUES (1, 0, zeroblob(32), '1970-01-01T00:00:00.000Z');

CREATE TRIGGER ledger_entry_update BEFORE UPDATE ON ledger_entry BEGIN
  SELECT RAISE(ABORT, '台账只增不改：更正请另行登记（huodi ledger correct）');
END;
CREATE TRIGGER ledger_entry_delete BEFORE DELETE ON ledger_entry BEGIN
  SELECT RAISE(ABORT, '台账只增不删：撤回请另行登记（huodi ledger correct --withdraw）');
END;
CREATE TRIGGER ledger_head_update BEFORE UPDATE ON ledger_head WHEN NEW.id != OLD.id OR NEW.entries <= OLD.entries BEGIN
  SELECT RAISE(ABORT, '台账的账尾只能增长');
END;
CREATE TRIGGER ledger_head_delete BEFORE DELETE ON ledger_head BEGIN
  SELECT RAISE(ABORT, '台账的账尾不能删除');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('ledger_entry', 'attributes', '全生命周期台账', '逐条登记，只增不改', NULL),
  ('ledger_head', 'attributes', '台账账尾', '登记条数和最后一条的散列值', NULL);
