-- The last word on an appeal since it was issued. It may come before the issue itself, so it refers to nothing.
create table stop (
    appeal_id uuid primary key,
    version   bigint not null, -- of the appeal when it was said; a lower one is never acted on
    document  text check (document in ('WAIT', 'GO_ON', 'RELEASED', 'CORRECTION', 'WITHDRAWN')), -- null: nothing stands
    answers   bigint           -- the version of the hold that GO_ON ends
);

-- The fixed sentence that a stop sends is a row like any other: same engine, same channel, same language.
alter table delivery
    add column document         text   not null default 'APPEAL'
        check (document in ('APPEAL', 'WAIT', 'GO_ON', 'RELEASED', 'CORRECTION', 'WITHDRAWN')),
    add column document_version bigint not null default 0, -- of the stop; 0: the appeal
    add column follows          uuid references delivery,  -- the row of the appeal whose reader is told
    alter column link_hash drop not null,                  -- a sentence carries the link of the appeal it follows
    drop constraint delivery_once,
    add constraint delivery_once unique (appeal_id, issue_version, contact_id, channel, document, document_version),
    add constraint sentence_follows check ((document = 'APPEAL') = (follows is null)),
    add constraint appeal_has_link check (document <> 'APPEAL' or link_hash is not null);

create index delivery_told on delivery (follows, document, document_version); -- who was told is asked for each row that may have left
