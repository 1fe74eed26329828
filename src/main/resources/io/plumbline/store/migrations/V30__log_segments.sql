-- The production log: segments of a few thousand records instead of a row for each. Contents are described in io.plumbline.store.segment;
-- no content is longer than 1,000,000 bytes, because a value of the database ends at 1,048,576.

create table log_segment (
    import_no    bigint  not null,
    segment      int     not null,
    canary       boolean not null,
    records      int     not null,
    first_micros bigint  not null,
    last_micros  bigint  not null,
    flagged      int     not null,
    summary      varbinary(1000000) not null,
    primary key (import_no, segment)
);

-- Columns that are read together, cut into pieces where they are long.
create table log_column (
    import_no bigint   not null,
    segment   int      not null,
    family    tinyint  not null,
    piece     smallint not null,
    content   varbinary(1000000) not null,
    primary key (import_no, segment, family, piece)
);

-- Texts apart from everything else, so that they can be dropped and the numbers kept.
create table log_text_frame (
    import_no  bigint not null,
    segment    int    not null,
    first_byte bigint not null,
    bytes      int    not null,
    content    varbinary(1000000) not null,
    primary key (import_no, segment, first_byte)
);

create table log_rollup (
    import_no bigint   not null,
    canary    boolean  not null,
    name      varchar(80) not null,
    part      int      not null,
    piece     smallint not null,
    content   varbinary(1000000) not null,
    primary key (import_no, canary, name, part, piece)
);

-- Records that an import left out because an earlier one has them: what is missing when the earlier one is taken back.
create table import_left_out (
    import_no  bigint not null,
    earlier_no bigint not null,
    records    bigint not null,
    primary key (import_no, earlier_no)
);

-- Under which record keys are hashed here: nobody can make two records of a workspace collide on purpose.
create table log_hash_key (
    first_half  bigint not null,
    second_half bigint not null
);

-- Logs that are stored as rows have to be read again from their files; the manifests stay to say which.
update file_import set status = 'AGAIN' where kind = 'LOG';
delete from import_reject where import_no in (select import_no from file_import where status = 'AGAIN');
drop table log_record;
drop table log_text;
drop table log_flag;
drop table log_day;
alter table file_import drop column first_seq;
alter table file_import drop column last_seq;
