-- Messages between steps, written in the transaction of what they tell, and the alarms of accounts.

CREATE TABLE message (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    deduplication  TEXT NOT NULL,
    said           TEXT NOT NULL,
    sent_at        TEXT NOT NULL,
    -- when it may be received (again): a lease moves it forward
    due            TEXT NOT NULL,
    delivery_count INTEGER NOT NULL DEFAULT 0,
    -- the delivery that holds it; null while nobody does
    lease          TEXT,
    reason         TEXT,
    dead_at        TEXT
) STRICT;
CREATE INDEX message_by_due ON message (due, id) WHERE dead_at IS NULL;
CREATE INDEX message_by_deduplication ON message (deduplication) WHERE dead_at IS NULL;
CREATE INDEX message_dead ON message (id) WHERE dead_at IS NOT NULL;

CREATE TABLE wake_up (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX wake_up_by_instant ON wake_up (at);
