-- Any kind is found at once, however rare it is; cases and letters too.
DROP INDEX ledger_entry_case_open;
DROP INDEX ledger_entry_letter;
CREATE INDEX ledger_entry_kind ON ledger_entry (kind, number);
