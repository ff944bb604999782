-- Every decision as it was made. The incident's version at the decision ties it to its consents and risk assessment.
create table verification_record (
    incident_id            uuid not null references incident (id),
    incident_version       bigint not null,
    decision               text not null check (decision in (
                               'VERIFIED', 'CONFIDENTIAL_ACTION', 'NEEDS_INFORMATION', 'NOT_VERIFIABLE_YET',
                               'OUT_OF_MANDATE', 'DUPLICATE', 'REFUSED')),
    verifier               text not null,
    submitting_partner     text not null,
    decided_at             timestamptz not null,
    reliability            text check (reliability in (
                               'HIGHLY_RELIABLE', 'RELIABLE', 'UNRELIABLE', 'HIGHLY_UNRELIABLE', 'UNKNOWN')),
    certainty              text check (certainty in ('CONFIRMED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN')),
    method                 text check (method in (
                               'CALL_BACK_KNOWN_NUMBER', 'DOCUMENT', 'LAWYER', 'MEDICAL', 'VISIT', 'MEDIA',
                               'SECOND_STAFF')),
    corroborated_by_sealed bytea,
    urgency                text not null check (urgency in ('LIFE_AT_RISK', 'URGENT', 'NORMAL')),
    partner_may_be_named   boolean not null,
    hostile_jurisdictions  text[] not null,
    duplicate_of           uuid references incident (id),
    note_sealed            bytea,
    primary key (incident_id, incident_version),
    check (verifier <> submitting_partner),
    check (duplicate_of <> incident_id),
    check (decision <> 'VERIFIED' or (
        reliability is not null and certainty in ('CONFIRMED', 'LIKELY', 'POSSIBLE') and method is not null
        and corroborated_by_sealed is not null))
);
