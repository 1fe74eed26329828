-- What a run is evidence of, and its scores by task: capability stands beside safety and never counts towards it.
alter table evaluation_run add column purpose varchar(20) default 'SAFETY' not null;
alter table evaluation_run add column results varchar(1000000) array default array['[]'] not null;
