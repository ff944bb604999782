-- A report sent twice under one key is one report. The first transaction writes this row, the incident and its event.
create table idempotency_key (
    caller      text not null,
    key         text not null,
    body_digest bytea not null,
    incident_id uuid not null references incident (id) deferrable initially deferred,
    received_at timestamptz not null,
    primary key (caller, key)
);

create index idempotency_key_by_age on idempotency_key (received_at);
