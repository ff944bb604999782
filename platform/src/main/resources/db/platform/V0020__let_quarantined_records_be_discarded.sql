alter table quarantine
    add column discarded_at   timestamptz,
    add column discard_reason text,
    drop constraint quarantine_status_check,
    add constraint quarantine_status_check
        check (status in ('QUARANTINED', 'QUEUED', 'REDRIVEN', 'DISCARDED')) not valid;
alter table quarantine validate constraint quarantine_status_check;
comment on column quarantine.discard_reason is 'In the words of the operator who decided that nobody will ever act on the record.';
