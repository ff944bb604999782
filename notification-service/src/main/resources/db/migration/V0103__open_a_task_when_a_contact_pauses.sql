create table task (
    task_id    uuid primary key,
    kind       text        not null check (kind in ('CONTACT_PAUSED')),
    member_id  text        not null references member,
    contact_id uuid        not null references contact,
    opened_at  timestamptz not null,
    closed_at  timestamptz
);

-- The word sent to another contact of the member that one of its contacts was paused.
create table pause_confirmation (
    confirmation_id uuid primary key,
    task_id         uuid        not null references task,
    contact_id      uuid        not null references contact,
    appeal_id       uuid        not null,
    issue_version   bigint      not null,
    language        text        not null,
    planned_at      timestamptz not null,
    due_at          timestamptz not null,
    attempts        int         not null default 0,
    status          text        not null check (status in ('PLANNED', 'ACCEPTED', 'IN_DOUBT', 'FAILED'))
);

create index pause_confirmation_due on pause_confirmation (due_at) where status = 'PLANNED';
