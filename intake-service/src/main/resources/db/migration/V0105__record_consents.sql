-- What each person agreed to, field by field and audience by audience. A change of mind is a new row.
create table consent (
    incident_id           uuid not null references incident (id),
    incident_version      bigint not null,
    person                text not null check (person ~ '^P[1-9][0-9]*$'),
    given_by              text not null check (given_by in ('SELF', 'FAMILY', 'LAWYER', 'ADVANCE_DIRECTIVE')),
    audiences             text[] not null check (audiences <@ array[
                              'MEMBERS', 'AUTHORITIES', 'MECHANISMS', 'SPONSORS', 'PUBLIC']),
    may_name              boolean not null,
    may_show_photo        boolean not null,
    may_show_place        boolean not null,
    may_name_organisation boolean not null,
    recorded_by           text not null,
    recorded_at           timestamptz not null,
    primary key (incident_id, incident_version, person)
);
