alter table appeal
    add column recalled_by   text,
    add column recalled_at   timestamptz,
    add column recall_notice text; -- which fixed sentence its members get
