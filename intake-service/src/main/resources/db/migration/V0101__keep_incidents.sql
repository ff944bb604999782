-- Nothing personal here: names, contacts and words of people are in sealed_field.
create table incident (
    id                 uuid primary key,
    version            bigint not null check (version > 0),
    status             text not null check (status in (
                           'RECEIVED', 'CLAIMED', 'NEEDS_INFORMATION', 'VERIFIED', 'UNDER_REVIEW',
                           'CONFIDENTIAL_ACTION', 'NOT_VERIFIABLE_YET', 'OUT_OF_MANDATE', 'DUPLICATE', 'REFUSED',
                           'APPEAL_ISSUED', 'CLOSED', 'SEALED', 'SHREDDED')),
    received_at        timestamptz not null,
    submitted_by       text not null,
    on_behalf_of       text,
    partner            text not null generated always as (coalesce(on_behalf_of, submitted_by)) stored,
    source_connection  text check (source_connection in (
                           'VICTIM', 'WITNESS', 'RELATIVE', 'COLLEAGUE', 'SAME_ORGANISATION', 'LAWYER', 'MEDICAL',
                           'NGO', 'THIRD_PARTY')),
    country            text not null check (country ~ '^[A-Z]{3}$'),
    occurred_from      date not null,
    occurred_to        date check (occurred_to >= occurred_from),
    date_precision     text not null check (date_precision in ('DAY', 'MONTH', 'YEAR', 'ESTIMATE')),
    violations         text[] not null check (cardinality(violations) > 0 and violations <@ array[
                           'THREAT', 'DEATH_THREAT', 'INTIMIDATION', 'SMEAR', 'HARASSMENT', 'JUDICIAL_HARASSMENT',
                           'ARB_ARREST', 'ARB_DETENTION', 'ILL_TREATMENT', 'TORTURE', 'KILLING', 'ATTEMPTED_KILLING',
                           'ENF_DISAPPEARANCE', 'ABDUCTION', 'SURVEILLANCE', 'RAID', 'TRAVEL_BAN', 'ASSOC_RESTRICTION',
                           'SEXUAL_VIOLENCE', 'REPRISAL', 'IMPUNITY']),
    urgency            text not null check (urgency in ('LIFE_AT_RISK', 'URGENT', 'NORMAL')),
    sectors            text[] not null check (sectors <@ array[
                           'LAWYER', 'JOURNALIST', 'TRADE_UNIONIST', 'LAND_ENVIRONMENT', 'WOMENS_RIGHTS', 'LGBTQIA',
                           'INDIGENOUS', 'MIGRANTS', 'ESCR', 'ANTI_CORRUPTION', 'ELECTION', 'OTHER']),
    narrative_language text,
    key_id             text not null unique references data_key (key_id),
    receipt_digest     bytea not null unique,
    claimed_by         text,
    claimed_at         timestamptz,
    check ((claimed_by is null) = (claimed_at is null)),
    check (claimed_by <> coalesce(on_behalf_of, submitted_by)),
    check (status <> 'CLAIMED' or claimed_by is not null)
);

create index incident_by_partner on incident (partner, id desc);
create index incident_by_status on incident (status, id desc);
create index incident_by_country on incident (country, id desc);
