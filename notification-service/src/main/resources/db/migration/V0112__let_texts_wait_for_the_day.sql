-- Looked at again when the row is claimed: the day it was planned for may be over by then.
alter table delivery add column night_of char(3); -- the country whose nights it must not disturb; null: any hour
