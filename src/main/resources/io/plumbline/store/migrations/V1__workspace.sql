-- Texts are arrays of parts because one VARCHAR ends at 1,048,576 characters; a text has one part unless it is longer.

create table file_import (
    import_no   bigint generated always as identity primary key,
    id          varchar(40)  not null unique,
    status      varchar(10)  not null,          -- RUNNING, DONE, UNDOING: only DONE is ever shown
    kind        varchar(10)  not null,
    file        varchar      not null,
    sha256      varchar(64)  not null,
    first_seq   bigint       not null,          -- its records are log_record.seq first_seq..last_seq
    last_seq    bigint       not null,
    format      varchar      not null,
    profile     varchar      not null,
    model       varchar      not null,
    bytes       bigint       not null,
    records     bigint       not null,
    rejected    bigint       not null,
    duplicates  bigint       not null,
    canaries    bigint       not null,
    started     varchar(40)  not null,
    seconds     double precision not null,
    imported_by varchar      not null
);

create table import_reject (
    import_no bigint  not null,
    ordinal   int     not null,
    line      bigint  not null,
    reason    varchar not null,
    excerpt   varchar not null,
    primary key (import_no, ordinal)
);

create table evaluation_run (
    run_no    bigint generated always as identity primary key,
    id        varchar not null unique,
    import_no bigint  not null,
    import_id varchar not null,
    model     varchar not null,
    variant   varchar not null,
    suite     varchar not null,
    format    varchar not null,
    file      varchar not null,
    created   varchar(40),
    samples   int     not null,
    unscored  int     not null,
    judges    varchar array not null,
    metadata  varchar(1000000) array not null
);

create table sample (
    run_no     bigint  not null,
    place      int     not null,
    pair_key   varchar not null,
    epoch      int     not null,
    category   varchar not null,
    intent     varchar(20) not null,
    prompt     varchar(1000000) array not null,
    response   varchar(1000000) array not null,
    responded  boolean not null,
    judgements varchar(1000000) array not null,
    metadata   varchar(1000000) array not null,
    primary key (run_no, place)
);

-- What charts and filters need of a record, kept narrow; the rest is in log_text under the same seq.
create table log_record (
    seq               bigint  not null primary key,
    import_no         bigint  not null,
    time_micros       bigint  not null,
    canary            boolean not null,
    category          varchar not null,
    context           varchar not null,
    model             varchar not null,
    record_id         varchar not null,
    key_hash          bigint  not null,
    toxicity          double precision not null,
    completion_tokens int     not null,
    latency_millis    int     not null
);
create index log_record_key on log_record (key_hash);
create index log_record_time on log_record (canary, time_micros, seq, category, context, import_no);

create table log_text (
    seq              bigint   not null primary key,
    time_rest        smallint not null,
    user_hash        varchar  not null,
    session          varchar  not null,
    turn             int      not null,
    language         varchar  not null,
    topic            varchar  not null,
    prompt           varchar(1000000) array not null,
    response         varchar(1000000) array not null,
    finish_reason    varchar  not null,
    prompt_tokens    int      not null,
    source_refused   boolean,
    detector_version varchar  not null,
    canary_type      varchar  not null,
    probability      double precision not null,
    feedback         varchar(10) not null,
    refusal          varchar(20) not null,
    refusal_span     varchar  not null,
    refusal_version  varchar  not null
);

create table log_flag (
    seq   bigint not null primary key,
    flags varchar(1000000) array not null
);

-- Sums per day, so that the cost of a chart grows with the days it shows and not with the records behind them.
create table log_day (
    import_no        bigint  not null,
    epoch_day        bigint  not null,
    canary           boolean not null,
    category         varchar not null,
    context          varchar not null,
    model            varchar not null,
    detector_version varchar not null,
    n                bigint  not null,
    refused          bigint  not null,
    weight           double precision not null,
    weight_squared   double precision not null,
    weighted_refused double precision not null,
    first_micros     bigint  not null,
    last_micros      bigint  not null
);
create index log_day_import on log_day (import_no);

-- Projection of journal.jsonl; can be thrown away and rebuilt from it.
create table decision (
    sequence      bigint  not null primary key,
    decided       varchar(40) not null,
    actor         varchar not null,
    kind          varchar not null,
    subject       varchar not null,
    payload       varchar(1000000) array not null,
    previous_hash varchar(64) not null,
    hash          varchar(64) not null
);
create index decision_subject on decision (subject, sequence);
create index decision_kind on decision (kind, sequence);

create table journal_state (
    applied bigint not null
);
insert into journal_state values (0);

create table setting (
    name    varchar not null primary key,
    content varchar not null
);
