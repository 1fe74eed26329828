-- Each run once more without its words, as columns in one piece, for comparisons; see AnswerBytes. Runs of earlier imports have none and are
-- read from their samples.
create table run_answers (
    run_no  bigint   not null,
    piece   smallint not null,
    content varbinary(1000000) not null,
    primary key (run_no, piece)
);
