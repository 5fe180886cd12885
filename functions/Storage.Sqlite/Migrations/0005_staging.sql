-- Taking a file in writes less: accounts and sums are staged once, fingerprints kept of twins only, and entries that the
-- matcher has not seen stand in one index less.

-- Nothing is carried over: an import that was under way begins its staging anew.
DELETE FROM entry_content WHERE id IN (SELECT content FROM staged_entry);
DROP TABLE staged_entry;
DELETE FROM staging;

CREATE TABLE staged_account (
    id           INTEGER PRIMARY KEY,
    staging      INTEGER NOT NULL,
    key          TEXT NOT NULL,
    currency     TEXT NOT NULL,
    entry_count  INTEGER NOT NULL,
    entry_total  INTEGER NOT NULL,
    -- the row of the account, while the file is accepted
    bank_account INTEGER,
    UNIQUE (staging, key, currency)
) STRICT;

CREATE TABLE staged_entry (
    staging     INTEGER NOT NULL,
    content     INTEGER NOT NULL,
    id          TEXT NOT NULL,
    -- as in entry, where it is empty from now on for the first entry of a fingerprint, which its identifier finds
    fingerprint TEXT NOT NULL,
    occurrence  INTEGER NOT NULL,
    account     INTEGER NOT NULL,
    day         TEXT NOT NULL,
    amount      INTEGER NOT NULL,
    PRIMARY KEY (staging, content)
) STRICT, WITHOUT ROWID;

-- Staged entries that are in the books already, while their file is accepted; else empty.
CREATE TABLE staged_again (
    content INTEGER PRIMARY KEY,
    entry   INTEGER NOT NULL
) STRICT;

-- New entries are found by their state: beside those of the file asked for there are few.
DROP INDEX entry_by_file;
CREATE INDEX entry_by_file ON entry (file, day, id) WHERE state <> 'new';
