-- What a person should know of how a file was read, one sentence a line.
alter table file_import add column remarks varchar not null default '';
