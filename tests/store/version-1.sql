-- The SQLite schema of version 1, as the first release made it, with one desk, one document and one term. Never changed.
create table person (id integer primary key autoincrement, name text not null) strict;
create table desk (id integer primary key autoincrement, name text not null, glossary_version integer not null default 0) strict;
create table document (
  id integer primary key autoincrement,
  desk_id integer not null references desk (id) on delete cascade,
  title text not null,
  outlet text not null,
  author text not null,
  "date" text not null,
  address text not null,
  unit text not null,
  added_by text not null,
  added_at text not null,
  raw text not null
) strict;
create index document_by_age on document (desk_id, added_at, id);
create table segment (
  id integer primary key autoincrement,
  document_id integer not null references document (id) on delete cascade,
  "position" integer not null,
  paragraph integer not null,
  status text not null default 'not-started',
  version integer not null default 1,
  checked_version integer not null default 0,
  words integer not null,
  done integer not null default 0,
  changed_at text,
  source text not null,
  target text not null default '',
  unique (document_id, "position")
) strict;
create index segment_by_status on segment (document_id, status, "position");
create index segment_by_done on segment (document_id, done, "position", status, words, changed_at);
create index segment_by_check on segment (document_id, checked_version, id);
create table revision (
  id integer primary key autoincrement,
  segment_id integer not null references segment (id) on delete cascade,
  number integer not null,
  target text not null,
  status text not null,
  origin text not null,
  reason text not null,
  person text not null,
  at text not null,
  until text not null,
  unique (segment_id, number)
) strict;
create table term (
  id integer primary key autoincrement,
  desk_id integer not null references desk (id) on delete cascade,
  "key" text not null,
  kind text not null,
  first_mention text not null,
  later_mention text not null,
  strength text not null,
  exact_only integer not null,
  part_of_speech text not null,
  subject text not null,
  note text not null,
  authority text not null,
  state text not null,
  version integer not null default 1,
  changed_by text not null,
  changed_at text not null
) strict;
create index term_in_order on term (desk_id, "key", id);
create table term_spelling (
  term_id integer not null references term (id) on delete cascade,
  place integer not null,
  "text" text not null,
  "key" text not null,
  primary key (term_id, place)
) strict;
create index term_spelling_by_key on term_spelling ("key", term_id);
create table term_rendering (
  term_id integer not null references term (id) on delete cascade,
  place integer not null,
  "text" text not null,
  lower text not null,
  standing text not null,
  always integer not null,
  primary key (term_id, place)
) strict;
create table term_revision (
  term_id integer not null references term (id) on delete cascade,
  version integer not null,
  entry text not null,
  person text not null,
  at text not null,
  primary key (term_id, version)
) strict;
create table waiver (
  id integer primary key autoincrement,
  segment_id integer not null references segment (id) on delete cascade,
  "check" text not null,
  verdict text not null,
  term_id integer references term (id) on delete cascade,
  term_version integer,
  surface text not null,
  target text not null,
  reason text not null,
  person text not null,
  at text not null
) strict;
create index waiver_by_segment on waiver (segment_id);
create index waiver_by_term on waiver (term_id);
create table finding (
  segment_id integer not null references segment (id) on delete cascade,
  place integer not null,
  "check" text not null,
  severity text not null,
  verdict text not null,
  term_id integer references term (id) on delete cascade,
  waiver_id integer references waiver (id) on delete set null,
  source_start integer,
  source_end integer,
  target_start integer,
  target_end integer,
  "values" text not null,
  mend text,
  primary key (segment_id, place)
) strict;
create index finding_by_term on finding (term_id);
create index finding_by_waiver on finding (waiver_id) where waiver_id is not null;
create index finding_waived on finding (segment_id) where waiver_id is not null;
create index finding_open on finding (segment_id) where verdict <> 'ok' and waiver_id is null and "check" <> 'untranslated';
create table schema_version (version integer not null);
insert into schema_version values (1);
insert into person (name) values ('سلمى');
insert into desk (name, glossary_version) values ('الأخبار', 3);
insert into document (desk_id, title, outlet, author, "date", address, unit, added_by, added_at, raw)
  values (1, 'عنوان قديم', 'وكالة', '', '2025-02-28', '', 'paragraph', 'سلمى', '2025-03-01T08:00:00.000Z', 'النص');
insert into segment (document_id, "position", paragraph, status, version, checked_version, words, done, changed_at, source, target)
  values (1, 1, 0, 'translated', 2, 3, 1, 1, '2025-03-01T09:00:00.000Z', 'النص', 'The text');
insert into term (desk_id, "key", kind, first_mention, later_mention, strength, exact_only, part_of_speech, subject, note, authority, state, changed_by, changed_at)
  values (1, 'نص', 'noun', '', '', 'warning', 0, '', '', '', '', 'approved', 'سلمى', '2025-03-01T08:00:00.000Z');
insert into term_spelling values (1, 0, 'نصّ', 'نص');
insert into term_rendering values (1, 0, 'text', 'text', 'preferred', 0);
