create table schema_met (
    id         integer primary key,
    definition text        not null,
    met_at     timestamptz not null default now()
);
comment on table schema_met is 'What ids of the schema registry mean, for reading: once met, the registry is not asked again.';

create table schema_written (
    subject text    not null,
    release integer not null,
    id      integer not null,
    primary key (subject, release)
);
comment on table schema_written is 'The registry''s id of each release of a contract this service writes.';
