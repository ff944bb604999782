create table inbox (
    consumer text        not null,
    event_id uuid        not null,
    met_at   timestamptz not null default now(),
    primary key (consumer, event_id)
);
comment on table inbox is 'Events acted on, by consumer: one handed over again has no second effect.';

create table inbox_version (
    consumer text   not null,
    topic    text   not null,
    key      text   not null,
    version  bigint not null,
    primary key (consumer, topic, key)
);
comment on table inbox_version is 'The highest version of each aggregate acted on; a lower one that comes later is not acted on.';

create table quarantine (
    id             uuid primary key,
    consumer       text        not null,
    topic          text        not null,
    partition      integer     not null,
    "offset"       bigint      not null,
    key            text,
    headers        jsonb       not null,
    value          bytea,
    status         text        not null check (status in ('QUARANTINED', 'QUEUED', 'REDRIVEN')),
    reason         text        not null,
    cause          text        not null,
    attempts       integer     not null,
    quarantined_at timestamptz not null default now(),
    redriven_at    timestamptz,
    unique (consumer, topic, partition, "offset")
);
comment on table quarantine is 'Records that could not be acted on, and those that wait behind them, in the order of their offsets.';

create index quarantine_waiting on quarantine (consumer, topic, key, "offset") where status <> 'REDRIVEN';
