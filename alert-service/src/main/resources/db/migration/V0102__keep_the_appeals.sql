create table appeal (
    id                  uuid primary key,
    incident_id         uuid        not null,
    case_id             uuid        not null references case_file (id),
    document_number     int         not null default 0,   -- 0: the first document of the case
    version             bigint      not null check (version > 0),
    status              text        not null check (status in ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED',
                            'EMBARGOED', 'ISSUED', 'SUPERSEDED', 'RECALLED', 'CLOSED')),
    country             char(3)     not null,
    urgency             text        not null,
    audience            text        not null check (audience in ('MEMBERS', 'PUBLIC')),
    submitted_by        text        not null,
    verified_by         text        not null,
    editors             text[]      not null default '{}', -- whoever changed what a reader sees, ever
    facts               jsonb       not null,              -- as verified; names sealed
    reference           text unique,
    drafted_at          timestamptz not null,
    review_requested_by text,
    review_requested_at timestamptz,
    approved_by         text,
    approved_at         timestamptz,
    issued_by           text,
    issued_at           timestamptz,
    send_not_before     timestamptz,
    unique (case_id, document_number),
    -- One appeal an incident, however often its event arrives; its follow-ups have other numbers.
    unique (incident_id, document_number),
    -- Two are needed to speak, whatever the code above this table does.
    constraint four_eyes check (approved_by is null
        or (approved_by <> submitted_by and approved_by <> verified_by and approved_by <> all (editors))),
    constraint nothing_leaves_unapproved check (status not in ('APPROVED', 'EMBARGOED', 'ISSUED')
        or approved_by is not null),
    constraint issued_has_its_reference check (status <> 'ISSUED'
        or (reference is not null and issued_by is not null and send_not_before is not null))
);
