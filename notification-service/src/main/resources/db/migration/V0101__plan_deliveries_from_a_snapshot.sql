-- One fan-out per appeal; its version is the one of the events. An issue after a cancelled one plans again under the
-- same fan-out, told apart by the version of the issue.
create table fan_out (
    appeal_id       uuid primary key,
    version         bigint      not null,
    issue_version   bigint      not null,
    seen_version    bigint      not null, -- highest version of the appeal acted on, a cancel included
    state           text        not null check (state in ('PLANNED', 'CANCELLED')),
    reference       text        not null,
    urgency         text        not null check (urgency in ('LIFE_AT_RISK', 'URGENT', 'NORMAL')),
    drafted_at      timestamptz,
    planned_at      timestamptz not null,
    send_not_before timestamptz not null,
    appeal          jsonb       not null -- persons are tokens, names are sealed
);

-- The membership as it was when the appeal was planned: what the classes of the reach add up to.
create table planned_member (
    appeal_id         uuid   not null references fan_out,
    issue_version     bigint not null,
    member_id         text   not null,
    country           text   not null,
    languages         text[] not null,
    content_policy    text   not null,
    in_country_policy text   not null,
    acknowledged_at   timestamptz,
    primary key (appeal_id, issue_version, member_id)
);

create table delivery (
    delivery_id    uuid primary key,
    appeal_id      uuid        not null references fan_out,
    issue_version  bigint      not null,
    member_id      text        not null,
    contact_id     uuid        not null,
    channel        text        not null,
    language       text        not null,
    content_class  text, -- none when the policy blocks the row
    content_reason text        not null,
    status         text        not null check (status in ('PLANNED', 'SCHEDULED', 'SENDING', 'DEFERRED', 'ACCEPTED', 'IN_DOUBT',
                                                          'DELIVERED', 'UNKNOWN', 'BOUNCED', 'FAILED', 'BLOCKED', 'CANCELLED')),
    reason         text,
    attempts       int         not null default 0,
    resent         boolean     not null default false, -- the one resend of a message in doubt is used up
    due_at         timestamptz not null,
    lease_id       uuid,
    lease_until    timestamptz,
    provider_ref   text,
    changed_at     timestamptz not null,
    link_hash      bytea       not null,
    constraint delivery_once unique (appeal_id, issue_version, contact_id, channel)
);

create unique index delivery_by_link on delivery (link_hash);
create index delivery_due on delivery (channel, due_at) where status in ('PLANNED', 'SCHEDULED', 'DEFERRED', 'IN_DOUBT');
create index delivery_leased on delivery (lease_until) where status = 'SENDING';
