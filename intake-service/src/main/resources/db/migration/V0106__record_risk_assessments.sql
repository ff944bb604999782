-- Whom an appeal may endanger: the four questions, what is done about it, and until when the answers hold.
create table risk_assessment (
    incident_id        uuid not null references incident (id),
    incident_version   bigint not null,
    subject            text not null check (subject in ('NO', 'YES', 'UNKNOWN')),
    family             text not null check (family in ('NO', 'YES', 'UNKNOWN')),
    source             text not null check (source in ('NO', 'YES', 'UNKNOWN')),
    recipients         text not null check (recipients in ('NO', 'YES', 'UNKNOWN')),
    mitigations_sealed bytea,
    valid_until        date not null,
    assessed_by        text not null,
    assessed_at        timestamptz not null,
    primary key (incident_id, incident_version)
);
