create table case_file (
    id          uuid primary key,
    incident_id uuid        not null unique, -- an incident opens one case, however often its event arrives
    country     char(3)     not null,
    restricted  boolean     not null,
    status      text        not null check (status in ('OPEN', 'ACTIVE', 'DORMANT', 'CLOSED', 'REOPENED')),
    reference   text unique,                 -- of the first document, canonical form
    opened_at   timestamptz not null,
    check (reference is null or restricted = (reference like '____R%'))
);
