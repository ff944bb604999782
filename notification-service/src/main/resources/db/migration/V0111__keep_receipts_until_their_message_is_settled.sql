-- What the far side tells of a message it took. A receipt may come before our own note that the message was taken.
create table receipt (
    channel      text        not null,
    provider_ref text        not null,
    outcome      text        not null check (outcome in ('DELIVERED', 'BOUNCED', 'UNKNOWN')),
    received_at  timestamptz not null default now(),
    primary key (channel, provider_ref)
);

create index delivery_by_provider_ref on delivery (channel, provider_ref) where status = 'ACCEPTED';
