alter table appeal
    add column held_by text, -- while it is held
    add column held_at timestamptz;
