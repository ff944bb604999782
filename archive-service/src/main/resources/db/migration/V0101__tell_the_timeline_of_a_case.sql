create table timeline (
    seq         bigint primary key references ledger,
    incident_id uuid,
    appeal_id   uuid,
    at          timestamptz not null,
    type        text        not null,
    actor       text,
    check (incident_id is not null or appeal_id is not null)
);
comment on table timeline is 'What happened to an incident or an appeal, and who did it; made from the ledger.';
create index timeline_incident on timeline (incident_id, at) where incident_id is not null;
create index timeline_appeal on timeline (appeal_id, at) where appeal_id is not null;

create table case_reference (
    appeal_id   uuid primary key,
    reference   text not null,
    incident_id uuid not null
);
comment on table case_reference is 'Which incident and appeals a reference stands for.';
create index case_reference_by_reference on case_reference (reference);
