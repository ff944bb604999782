-- One data key an incident, wrapped by the master key. Shredding empties the row and keeps it, so that a late reader
-- learns that nothing will ever open what the key sealed.
create table data_key (
    key_id         text primary key,
    incident_id    uuid not null unique,
    wrapped_keyset bytea,
    created_at     timestamptz not null default now(),
    shredded_at    timestamptz,
    check ((wrapped_keyset is null) = (shredded_at is not null))
);
