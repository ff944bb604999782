-- Verification, consent and risk are records: what was decided stays what was decided.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger append_only before update or delete or truncate on verification_record
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on consent
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on risk_assessment
    for each statement execute function refuse_change();
