create table outbox (
    id           uuid primary key,
    seq          bigint generated always as identity,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    release      integer     not null,
    version      bigint      not null,
    created_at   timestamptz not null default now(),
    trace_parent text,
    payload      bytea       not null,
    published_at timestamptz
);
comment on table outbox is 'Events of committed transactions. The relay publishes those without published_at in the order of seq.';

create index outbox_pending on outbox (seq) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
