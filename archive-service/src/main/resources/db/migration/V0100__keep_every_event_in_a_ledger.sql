create table ledger (
    seq           bigint primary key,
    event_id      uuid,
    topic         text        not null,
    partition     integer     not null,
    "offset"      bigint      not null,
    key           bytea,
    type          text,
    occurred_at   timestamptz,
    headers       bytea       not null,
    value         bytea       not null,
    decoded       boolean     not null,
    previous_hash bytea       not null check (octet_length(previous_hash) = 32),
    hash          bytea       not null check (octet_length(hash) = 32),
    archived_at   timestamptz not null,
    unique (topic, partition, "offset")
);
comment on table ledger is 'Every record of every topic, chained by hash; refuses change.';
create index ledger_event on ledger (event_id);

create table ledger_head (
    only_one boolean primary key default true check (only_one),
    seq      bigint not null,
    hash     bytea  not null
);
comment on table ledger_head is 'Where the chain ends; its lock puts appends in line.';
insert into ledger_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger ledger_is_append_only before update or delete on ledger
    for each row execute function refuse_change();
create trigger ledger_is_not_emptied before truncate on ledger
    for each statement execute function refuse_change();
