create table language_version (
    appeal_id       uuid   not null references appeal (id),
    language        text   not null check (language in ('fr', 'en', 'es', 'ar', 'ru', 'pt')),
    state           text   not null check (state in ('MISSING', 'LIBRARY', 'DRAFT', 'CHECKED', 'OUTDATED')),
    clause          jsonb  not null,               -- sentences of the clause library
    library_version text   not null,
    headline        text,                          -- instead of the library's
    story           text,                          -- people are tokens in it
    accepted        text[] not null default '{}',  -- parts of names, such as P1.2, that are ordinary words here
    edited_by       text,
    edited_at       timestamptz,
    checked_by      text,
    checked_at      timestamptz,
    primary key (appeal_id, language)
);
