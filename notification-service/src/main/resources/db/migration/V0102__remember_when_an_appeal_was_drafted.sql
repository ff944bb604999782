-- Start of the time to alert.
create table drafted_appeal (
    appeal_id  uuid primary key,
    drafted_at timestamptz not null
);
