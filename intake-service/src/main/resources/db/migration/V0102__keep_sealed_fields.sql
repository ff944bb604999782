-- What only the holder of the incident's data key can read, by the field's name.
create table sealed_field (
    incident_id uuid not null references incident (id) deferrable initially deferred,
    field       text not null,
    bytes       bytea not null,
    primary key (incident_id, field)
);
