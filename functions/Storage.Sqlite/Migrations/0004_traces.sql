-- The trace that a message was sent in, as W3C Trace Context; null where none ran.

ALTER TABLE message ADD COLUMN traceparent TEXT;
