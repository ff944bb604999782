create table member (
    member_id         text primary key,
    organisation      text        not null,
    country           text        not null,
    languages         text[]      not null check (cardinality(languages) > 0),
    content_policy    text        not null check (content_policy in ('FULL', 'REDACTED', 'LINK_ONLY', 'BLIND')),
    in_country_policy text        not null check (in_country_policy in ('FULL', 'BLIND', 'NONE')),
    valid_from        date        not null,
    valid_to          date        check (valid_to >= valid_from),
    version           bigint      not null,
    changed_at        timestamptz not null
);

-- The only column of this database that holds addresses. Other tables name a contact by its id.
create table contact (
    contact_id uuid primary key,
    member_id  text    not null references member,
    position   int     not null,
    channel    text    not null check (channel in ('EMAIL', 'SMS')),
    address    text    not null,
    at_night   boolean not null,
    paused_at  timestamptz,
    retired_at timestamptz
);

create unique index contact_once on contact (member_id, channel, address) where retired_at is null;
