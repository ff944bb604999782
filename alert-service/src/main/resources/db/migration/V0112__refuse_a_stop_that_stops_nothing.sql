-- For new rows at once; V0113 looks at the old ones without keeping writers out.
alter table appeal
    add constraint only_what_is_issued_is_held check (held_by is null or (status = 'ISSUED' and held_at is not null))
        not valid,
    add constraint recalled_by_somebody_with_a_notice check (case status
        when 'RECALLED' then recalled_by is not null and recalled_at is not null
            and recall_notice is not null and recall_notice in ('RELEASED', 'CORRECTION', 'WITHDRAWN')
        else recalled_by is null and recalled_at is null and recall_notice is null end) not valid;
