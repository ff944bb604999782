-- Which appeals on an incident were issued, told by alert-service; a cancellation names the appeal only.
create table issued_appeal (
    appeal_id   uuid primary key,
    incident_id uuid not null references incident (id),
    cancelled   boolean not null default false
);

create index issued_appeal_by_incident on issued_appeal (incident_id);
