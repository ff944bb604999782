create table reference_counter (
    series text not null check (series in ('OPEN', 'RESTRICTED')),
    scope  text not null,                    -- a country, or OBS for the whole programme
    year   int  not null,
    last   int  not null check (last > 0),
    primary key (series, scope, year)
);
