-- The schema as the migrations leave it. Made by `npm run generate`; compared in the check.

create table account (
  id uuid not null,
  login text not null,
  secret text not null,
  disabled_at timestamp with time zone,
  constraint account_login_key UNIQUE (login),
  constraint account_pkey PRIMARY KEY (id)
);

create table achievement (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  title text not null,
  summary text not null,
  kind text not null,
  formed_on date,
  state text not null,
  registered_on date,
  constraint achievement_pkey PRIMARY KEY (id),
  constraint achievement_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint achievement_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint achievement_state_check CHECK ((state = ANY (ARRAY['disclosed'::text, 'registered'::text])))
);
CREATE INDEX achievement_case ON public.achievement USING btree (case_id);
CREATE INDEX achievement_list ON public.achievement USING btree (institution_id, title, id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table achievement_right (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  achievement_id uuid not null,
  kind text not null,
  number text,
  title text not null,
  constraint achievement_right_pkey PRIMARY KEY (id),
  constraint achievement_right_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES achievement(id),
  constraint achievement_right_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint achievement_right_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX achievement_right_achievement ON public.achievement_right USING btree (achievement_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table act_consent (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  party_id uuid not null,
  asked text not null,
  answer text,
  words text,
  paper_id uuid,
  answered_on date,
  constraint act_consent_case_id_party_id_asked_key UNIQUE (case_id, party_id, asked),
  constraint act_consent_pkey PRIMARY KEY (id),
  constraint act_consent_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint act_consent_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint act_consent_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint act_consent_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint act_consent_asked_check CHECK ((asked = ANY (ARRAY['consent'::text, 'priority'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table act_payment (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  due_on date not null,
  amount bigint,
  income bigint,
  paid_on date,
  constraint act_payment_pkey PRIMARY KEY (id),
  constraint act_payment_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint act_payment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint act_payment_amount_check CHECK ((amount >= 0)),
  constraint act_payment_income_check CHECK ((income >= 0))
);
CREATE INDEX act_payment_case ON public.act_payment USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table adoption (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  text_id text not null,
  from_on date not null,
  to_on date,
  basis text not null,
  doubt text,
  party_id uuid,
  constraint adoption_pkey PRIMARY KEY (id),
  constraint adoption_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint adoption_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint adoption_check CHECK ((to_on >= from_on))
);
CREATE INDEX adoption_party ON public.adoption USING btree (party_id) WHERE (party_id IS NOT NULL);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table agreement (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  conversion_id uuid not null,
  number text,
  title text not null,
  counterparty_id uuid not null,
  price bigint not null,
  signed_on date not null,
  paper_id uuid not null,
  core_technology boolean,
  constraint agreement_case_id_key UNIQUE (case_id),
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint agreement_conversion_id_fkey FOREIGN KEY (conversion_id) REFERENCES stream(id),
  constraint agreement_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES party(id),
  constraint agreement_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint agreement_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint agreement_price_check CHECK ((price >= 0))
);
CREATE INDEX agreement_conversion ON public.agreement USING btree (conversion_id);
CREATE INDEX agreement_counterparty ON public.agreement USING btree (counterparty_id);
CREATE INDEX agreement_list ON public.agreement USING btree (institution_id, signed_on DESC, id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table assignment (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  role text not null,
  from_on date not null,
  to_on date,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint assignment_check CHECK ((to_on >= from_on))
);
CREATE INDEX assignment_person ON public.assignment USING btree (person_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table attendance (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  presence text not null,
  run integer not null,
  constraint attendance_pkey PRIMARY KEY (id),
  constraint attendance_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint attendance_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint attendance_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'absent'::text, 'recused'::text])))
);
CREATE INDEX attendance_case ON public.attendance USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table award_line (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  proposal integer not null,
  part text not null,
  person_id uuid not null,
  share text not null,
  amount bigint not null,
  measure text,
  ordinal integer,
  constraint award_line_pkey PRIMARY KEY (id),
  constraint award_line_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint award_line_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint award_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint award_line_amount_check CHECK ((amount >= 0))
);
CREATE INDEX award_line_case ON public.award_line USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table ballot (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  question text not null,
  matter text not null,
  secret boolean not null,
  opened_on date not null,
  closes_on date not null,
  closed_on date,
  result text,
  outcome jsonb,
  constraint ballot_case_id_key UNIQUE (case_id),
  constraint ballot_pkey PRIMARY KEY (id),
  constraint ballot_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint ballot_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint ballot_check CHECK ((closes_on >= opened_on)),
  constraint ballot_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'rejected'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table ballot_voter (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  person_id uuid not null,
  party_id uuid,
  weight text,
  secret boolean not null,
  voted_on date,
  vote text,
  recorded boolean not null default false,
  mandate_id uuid,
  constraint ballot_voter_pkey PRIMARY KEY (id),
  constraint ballot_voter_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint ballot_voter_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint ballot_voter_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES paper(id),
  constraint ballot_voter_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint ballot_voter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint ballot_voter_check CHECK (((NOT secret) OR (vote IS NULL))),
  constraint ballot_voter_vote_check CHECK ((vote = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text, 'blank'::text, 'invalid'::text])))
);
CREATE INDEX ballot_voter_case ON public.ballot_voter USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table body (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  code text not null,
  title text not null,
  founded_on date,
  constraint body_institution_id_code_key UNIQUE (institution_id, code),
  constraint body_pkey PRIMARY KEY (id),
  constraint body_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table care (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  element text not null,
  paper_id uuid not null,
  note text,
  constraint care_pkey PRIMARY KEY (id),
  constraint care_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint care_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint care_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id)
);
CREATE INDEX care_case ON public.care USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table case_file (
  id uuid not null,
  institution_id uuid not null,
  procedure text not null,
  chart text not null,
  number text,
  title text not null,
  state text not null,
  settled boolean not null,
  withdrawn boolean not null default false,
  root_id uuid not null,
  parent_id uuid,
  opened_on date not null,
  changed_on date not null,
  constraint case_file_institution_id_number_key UNIQUE (institution_id, number),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_id_fkey FOREIGN KEY (id) REFERENCES stream(id),
  constraint case_file_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint case_file_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES stream(id),
  constraint case_file_root_id_fkey FOREIGN KEY (root_id) REFERENCES stream(id)
);
CREATE INDEX case_file_list ON public.case_file USING btree (institution_id, procedure, opened_on DESC, id);
CREATE INDEX case_file_recent ON public.case_file USING btree (institution_id, settled, changed_on DESC, id DESC) WHERE (parent_id IS NULL);
CREATE INDEX case_file_root ON public.case_file USING btree (root_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table case_member (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  role text not null,
  constraint case_member_case_id_person_id_role_key UNIQUE (case_id, person_id, role),
  constraint case_member_pkey PRIMARY KEY (id),
  constraint case_member_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint case_member_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint case_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX case_member_person ON public.case_member USING btree (person_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table case_subject (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  register text not null,
  record_id uuid not null,
  role text not null,
  constraint case_subject_pkey PRIMARY KEY (id),
  constraint case_subject_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint case_subject_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX case_subject_case ON public.case_subject USING btree (case_id);
CREATE INDEX case_subject_record ON public.case_subject USING btree (record_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table cash_award (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  proposal integer not null,
  person_id uuid not null,
  amount bigint not null,
  measure text,
  approval_id uuid,
  constraint cash_award_pkey PRIMARY KEY (id),
  constraint cash_award_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES paper(id),
  constraint cash_award_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint cash_award_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint cash_award_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint cash_award_amount_check CHECK ((amount >= 0))
);
CREATE INDEX cash_award_case ON public.cash_award USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table chart_version (
  hash text not null,
  procedure text not null,
  def text not null,
  constraint chart_version_pkey PRIMARY KEY (hash)
);
-- tongtu_app may select

create table checklist_item (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  item text not null,
  title text not null,
  clause text not null,
  force text not null,
  paper_id uuid,
  words text,
  not_applicable text,
  settled_on date,
  settled_by uuid,
  constraint checklist_item_case_id_item_key UNIQUE (case_id, item),
  constraint checklist_item_pkey PRIMARY KEY (id),
  constraint checklist_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint checklist_item_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint checklist_item_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint checklist_item_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint checklist_item_force_check CHECK ((force = ANY (ARRAY['must'::text, 'should'::text, 'may'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table command_receipt (
  institution_id uuid not null,
  person_id uuid not null,
  key text not null,
  asked text not null,
  result jsonb not null,
  at timestamp with time zone not null default now(),
  constraint command_receipt_pkey PRIMARY KEY (person_id, key),
  constraint command_receipt_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (person_id = ( SELECT app_person() AS app_person)))
-- tongtu_app may insert, select

create table contract_amendment (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  agreement_id uuid not null,
  changes text not null,
  price bigint,
  effective_on date not null,
  version integer,
  number text,
  signed_on date,
  paper_id uuid,
  constraint contract_amendment_agreement_id_version_key UNIQUE (agreement_id, version),
  constraint contract_amendment_case_id_key UNIQUE (case_id),
  constraint contract_amendment_pkey PRIMARY KEY (id),
  constraint contract_amendment_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES stream(id),
  constraint contract_amendment_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint contract_amendment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint contract_amendment_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint contract_amendment_check CHECK ((((signed_on IS NULL) = (version IS NULL)) AND ((signed_on IS NULL) OR ((price IS NOT NULL) AND (paper_id IS NOT NULL))))),
  constraint contract_amendment_price_check CHECK ((price >= 0))
);
CREATE INDEX contract_amendment_agreement ON public.contract_amendment USING btree (agreement_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table contributor (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  achievement_id uuid not null,
  person_id uuid not null,
  rank integer not null,
  main boolean not null,
  contribution text,
  constraint contributor_pkey PRIMARY KEY (id),
  constraint contributor_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES achievement(id),
  constraint contributor_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint contributor_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint contributor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX contributor_achievement ON public.contributor USING btree (achievement_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table conversion (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  mode text not null,
  basis text,
  counterparty_id uuid not null,
  constraint conversion_case_id_key UNIQUE (case_id),
  constraint conversion_pkey PRIMARY KEY (id),
  constraint conversion_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint conversion_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES party(id),
  constraint conversion_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table correction (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  tbl text not null,
  row_id uuid not null,
  field text not null,
  old_value text not null,
  new_value text not null,
  reason text not null,
  asked_by uuid not null,
  asked_on date not null,
  state text not null,
  decided_by uuid,
  decided_on date,
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint correction_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint correction_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint correction_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint correction_check CHECK ((decided_by <> asked_by)),
  constraint correction_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'declined'::text])))
);
CREATE INDEX correction_case ON public.correction USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table counsel (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  opinion_id uuid not null,
  asked_by uuid not null,
  person_id uuid not null,
  question text not null,
  asked_on date not null,
  words text,
  paper_ids uuid[],
  given_on date,
  constraint counsel_pkey PRIMARY KEY (id),
  constraint counsel_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint counsel_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint counsel_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint counsel_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES opinion(id),
  constraint counsel_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX counsel_case ON public.counsel USING btree (case_id);
CREATE INDEX counsel_person ON public.counsel USING btree (person_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table counter (
  institution_id uuid not null,
  key text not null,
  value integer not null,
  constraint counter_pkey PRIMARY KEY (institution_id, key),
  constraint counter_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table decision (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  command text not null,
  on_day date not null,
  answers jsonb not null,
  readings jsonb not null,
  revisions jsonb not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint decision_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX decision_case ON public.decision USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select

create table deduction (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  kind text not null,
  amount bigint not null,
  ground text,
  paper_id uuid,
  run integer not null,
  constraint deduction_pkey PRIMARY KEY (id),
  constraint deduction_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint deduction_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint deduction_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint deduction_amount_check CHECK ((amount > 0))
);
CREATE INDEX deduction_case ON public.deduction USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table distribution (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  receipt_id uuid not null,
  conversion_id uuid not null,
  received bigint not null,
  net bigint not null,
  proposal integer not null default 0,
  remainder_use text,
  remainder_reason text,
  approval_body text,
  approved_on date,
  handed_over_on date,
  constraint distribution_case_id_key UNIQUE (case_id),
  constraint distribution_pkey PRIMARY KEY (id),
  constraint distribution_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint distribution_conversion_id_fkey FOREIGN KEY (conversion_id) REFERENCES stream(id),
  constraint distribution_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint distribution_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES receipt(id)
);
CREATE INDEX distribution_conversion ON public.distribution USING btree (conversion_id);
CREATE INDEX distribution_list ON public.distribution USING btree (institution_id, id);
CREATE INDEX distribution_receipt ON public.distribution USING btree (receipt_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table document (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  version integer not null,
  title text not null,
  model jsonb not null,
  state text not null,
  issued_on date not null,
  docx_sha256 text,
  pdf_sha256 text,
  constraint document_case_id_kind_version_key UNIQUE (case_id, kind, version),
  constraint document_pkey PRIMARY KEY (id),
  constraint document_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint document_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint document_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'superseded'::text])))
);
CREATE INDEX document_docx ON public.document USING btree (docx_sha256);
CREATE INDEX document_pdf ON public.document USING btree (pdf_sha256);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table event (
  stream_id uuid not null,
  seq integer not null,
  institution_id uuid not null,
  type text not null,
  version smallint not null default 1,
  at timestamp with time zone not null,
  on_day date not null,
  actor_id uuid,
  decided_by text,
  command text not null,
  clauses text[] not null,
  body text not null,
  prev text not null,
  rows text not null,
  hash text not null,
  constraint event_pkey PRIMARY KEY (stream_id, seq),
  constraint event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id),
  constraint event_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint event_stream_id_fkey FOREIGN KEY (stream_id) REFERENCES stream(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (stream_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select

create table file_content (
  sha256 text not null,
  bytes bytea not null,
  constraint file_content_pkey PRIMARY KEY (sha256)
);
-- policy added for INSERT to tongtu_app
--     with check ( SELECT app_wide() AS app_wide)
-- policy seen for SELECT to tongtu_app
--     using ((EXISTS ( SELECT
--    FROM paper p
--   WHERE (p.sha256 = file_content.sha256))) OR (EXISTS ( SELECT
--    FROM document d
--   WHERE ((file_content.sha256 = d.docx_sha256) OR (file_content.sha256 = d.pdf_sha256)))))
-- tongtu_app may insert, select

create table finding (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  code text not null,
  clauses text[] not null,
  facts jsonb not null,
  owner_role text not null,
  opened_on date not null,
  state text not null,
  closed_on date,
  closed_by uuid,
  paper_id uuid,
  explanation text,
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint finding_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint finding_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint finding_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX finding_case ON public.finding USING btree (case_id);
CREATE INDEX finding_open ON public.finding USING btree (institution_id) WHERE (state = 'open'::text);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table hand_over (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  opinion_id uuid not null,
  from_id uuid,
  to_id uuid not null,
  by_id uuid,
  reason text not null,
  on_day date not null,
  constraint hand_over_pkey PRIMARY KEY (id),
  constraint hand_over_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id),
  constraint hand_over_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint hand_over_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id),
  constraint hand_over_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint hand_over_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES opinion(id),
  constraint hand_over_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id)
);
CREATE INDEX hand_over_case ON public.hand_over USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table hold (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  register text not null,
  record_id uuid not null,
  claim text not null,
  since date not null,
  released_on date,
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint hold_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX hold_case ON public.hold USING btree (case_id) WHERE (released_on IS NULL);
CREATE UNIQUE INDEX hold_once ON public.hold USING btree (register, record_id, claim) WHERE (released_on IS NULL);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table holding (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  proposal integer not null,
  ordinal integer not null,
  held_as text not null,
  part text not null,
  holder text not null,
  person_id uuid,
  leader text not null,
  units bigint not null,
  value bigint not null,
  constraint holding_pkey PRIMARY KEY (id),
  constraint holding_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint holding_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint holding_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint holding_held_as_check CHECK ((held_as = ANY (ARRAY['team'::text, 'staff'::text, 'part'::text]))),
  constraint holding_units_check CHECK ((units >= 0)),
  constraint holding_value_check CHECK ((value >= 0))
);
CREATE INDEX holding_case ON public.holding USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table institution (
  id uuid not null,
  title text not null,
  short text not null,
  kind text not null,
  note text,
  constraint institution_pkey PRIMARY KEY (id),
  constraint institution_kind_check CHECK ((kind = ANY (ARRAY['hospital'::text, 'university'::text, 'institute'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using (id = ( SELECT app_institution() AS app_institution))
-- tongtu_app may insert, select, update

create table ledger_entry (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  on_day date not null,
  account text not null,
  debit bigint not null default 0,
  credit bigint not null default 0,
  about text,
  reverses uuid,
  constraint ledger_entry_reverses_key UNIQUE (reverses),
  constraint ledger_entry_pkey PRIMARY KEY (id),
  constraint ledger_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint ledger_entry_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint ledger_entry_reverses_fkey FOREIGN KEY (reverses) REFERENCES ledger_entry(id),
  constraint ledger_entry_check CHECK (((debit = 0) <> (credit = 0))),
  constraint ledger_entry_credit_check CHECK ((credit >= 0)),
  constraint ledger_entry_debit_check CHECK ((debit >= 0))
);
CREATE INDEX ledger_entry_case ON public.ledger_entry USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select

create table maturity (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  achievement_id uuid not null,
  score text,
  mature boolean,
  appraised_on date,
  constraint maturity_case_id_key UNIQUE (case_id),
  constraint maturity_pkey PRIMARY KEY (id),
  constraint maturity_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES achievement(id),
  constraint maturity_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint maturity_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX maturity_achievement ON public.maturity USING btree (achievement_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table membership (
  account_id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  constraint membership_pkey PRIMARY KEY (account_id, person_id),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint membership_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table mention (
  institution_id uuid not null,
  about_kind text not null,
  about text not null,
  what text not null,
  ref text not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  constraint mention_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX mention_about ON public.mention USING btree (institution_id, about_kind, about, at DESC);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select

create table notice (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  about text not null,
  place text not null,
  location text,
  contents jsonb,
  snapshot text,
  published_on date,
  last_day date,
  provisional boolean not null default false,
  run integer not null default 1,
  ended_on date,
  constraint notice_case_id_key UNIQUE (case_id),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint notice_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table objection (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  notice_id uuid not null,
  channel text not null,
  content text not null,
  anonymous boolean not null,
  received_on date not null,
  handler_id uuid,
  upheld boolean,
  answer text,
  answered_on date,
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint objection_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES person(id),
  constraint objection_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint objection_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id)
);
CREATE INDEX objection_case ON public.objection USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table objector (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  name text not null,
  contact text,
  constraint objector_pkey PRIMARY KEY (id),
  constraint objector_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint objector_id_fkey FOREIGN KEY (id) REFERENCES objection(id),
  constraint objector_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- tongtu_app may insert, select

create table obligation (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  duty text not null,
  owner_role text,
  owner_person uuid,
  due_on date,
  due_at timestamp with time zone,
  provisional boolean not null default false,
  met_by text[] not null,
  whose text,
  moves text,
  clauses text[] not null,
  force text not null,
  state text not null,
  started_on date not null,
  ended_on date,
  constraint obligation_pkey PRIMARY KEY (id),
  constraint obligation_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint obligation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint obligation_owner_person_fkey FOREIGN KEY (owner_person) REFERENCES person(id),
  constraint obligation_state_check CHECK ((state = ANY (ARRAY['owed'::text, 'met'::text, 'passed'::text, 'void'::text])))
);
CREATE INDEX obligation_case ON public.obligation USING btree (case_id) WHERE (state = 'owed'::text);
CREATE INDEX obligation_moves ON public.obligation USING btree (due_at) WHERE ((state = 'owed'::text) AND (moves IS NOT NULL));
CREATE INDEX obligation_opinion ON public.obligation USING btree (institution_id, owner_role) WHERE ((state = 'owed'::text) AND (duty = ANY (ARRAY['opinion.give'::text, 'counsel.give'::text])));
CREATE INDEX obligation_owed ON public.obligation USING btree (institution_id, owner_role, due_on) WHERE (state = 'owed'::text);
CREATE INDEX obligation_person ON public.obligation USING btree (owner_person) WHERE (state = 'owed'::text);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table occurrence (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  line_id uuid not null,
  k integer not null,
  due_on date not null,
  met_on date not null,
  words text,
  paper_id uuid,
  constraint occurrence_line_id_k_key UNIQUE (line_id, k),
  constraint occurrence_pkey PRIMARY KEY (id),
  constraint occurrence_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint occurrence_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint occurrence_line_id_fkey FOREIGN KEY (line_id) REFERENCES schedule_line(id),
  constraint occurrence_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint occurrence_k_check CHECK ((k >= 1))
);
CREATE INDEX occurrence_case ON public.occurrence USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table opinion (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  reviewer text not null,
  given boolean not null default false,
  agreed boolean,
  words text,
  person_id uuid,
  given_on date,
  stage text,
  round integer,
  decided_by text,
  returned_to text,
  paper_ids uuid[],
  added_by uuid,
  added_place text,
  added_to uuid,
  taken_off_on date,
  holder_id uuid,
  aspects jsonb,
  constraint opinion_pkey PRIMARY KEY (id),
  constraint opinion_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint opinion_added_to_fkey FOREIGN KEY (added_to) REFERENCES opinion(id),
  constraint opinion_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint opinion_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES person(id),
  constraint opinion_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint opinion_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint opinion_added_place_check CHECK ((added_place = ANY (ARRAY['before'::text, 'beside'::text, 'after'::text])))
);
CREATE INDEX opinion_case ON public.opinion USING btree (case_id);
CREATE INDEX opinion_person ON public.opinion USING btree (person_id) WHERE (person_id IS NOT NULL);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table ownership (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  achievement_id uuid,
  mode text not null,
  new_invention text,
  proceeds_base text,
  determined_by text,
  kind text,
  application_right text,
  use_right text,
  clauses text[] not null default '{}'::text[],
  determined_on date,
  constraint ownership_case_id_key UNIQUE (case_id),
  constraint ownership_pkey PRIMARY KEY (id),
  constraint ownership_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES achievement(id),
  constraint ownership_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint ownership_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint ownership_determined_by_check CHECK ((determined_by = ANY (ARRAY['agreement'::text, 'default'::text]))),
  constraint ownership_kind_check CHECK ((kind = ANY (ARRAY['sole'::text, 'shares'::text, 'joint'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table ownership_term (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  template text not null,
  clause text not null,
  effects text[] not null,
  words text not null,
  informative boolean not null,
  edited boolean not null default false,
  removed_on date,
  constraint ownership_term_pkey PRIMARY KEY (id),
  constraint ownership_term_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint ownership_term_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX ownership_term_case ON public.ownership_term USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table paper (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  title text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  filed_at timestamp with time zone not null,
  filed_by uuid,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint paper_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES person(id),
  constraint paper_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['minutes'::text, 'scan'::text, 'picture'::text, 'recording'::text, 'agreement'::text, 'report'::text, 'other'::text])))
);
CREATE INDEX paper_case ON public.paper USING btree (case_id);
CREATE INDEX paper_sha256 ON public.paper USING btree (sha256);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table part_line (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  proposal integer not null,
  part text not null,
  title text not null,
  destination text not null,
  inside text,
  share text not null,
  amount bigint not null,
  constraint part_line_pkey PRIMARY KEY (id),
  constraint part_line_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint part_line_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint part_line_amount_check CHECK ((amount >= 0))
);
CREATE INDEX part_line_case ON public.part_line USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table partner (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  party_id uuid not null,
  kind text not null,
  constraint partner_case_id_party_id_kind_key UNIQUE (case_id, party_id, kind),
  constraint partner_pkey PRIMARY KEY (id),
  constraint partner_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint partner_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint partner_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table party (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  title text not null,
  kind text not null,
  credit_code text,
  wholly_state_owned boolean not null default false,
  ourselves boolean,
  state_owned_share text,
  constraint party_pkey PRIMARY KEY (id),
  constraint party_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint party_ourselves_check CHECK (ourselves)
);
CREATE UNIQUE INDEX party_ourselves ON public.party USING btree (institution_id) WHERE ourselves;
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table person (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  staff_no text not null,
  name text not null,
  unit text,
  category text,
  left_on date,
  constraint person_institution_id_staff_no_key UNIQUE (institution_id, staff_no),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table plan (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  title text not null,
  leader_id uuid not null,
  round integer not null default 0,
  version integer not null,
  in_force integer,
  rate text,
  voted_on date,
  constraint plan_case_id_key UNIQUE (case_id),
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint plan_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint plan_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES person(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table plan_expert (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  round integer not null,
  ordinal integer not null,
  person_id uuid not null,
  kind text not null,
  party_id uuid,
  conclusion text,
  given_on date,
  constraint plan_expert_case_id_round_person_id_key UNIQUE (case_id, round, person_id),
  constraint plan_expert_pkey PRIMARY KEY (id),
  constraint plan_expert_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint plan_expert_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint plan_expert_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint plan_expert_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint plan_expert_kind_check CHECK ((kind = ANY (ARRAY['technical'::text, 'management'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table plan_opinion (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  round integer not null,
  ordinal integer not null,
  person_id uuid not null,
  words text not null,
  disposition text,
  answer text,
  version integer,
  answered_on date,
  constraint plan_opinion_case_id_ordinal_key UNIQUE (case_id, ordinal),
  constraint plan_opinion_pkey PRIMARY KEY (id),
  constraint plan_opinion_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint plan_opinion_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint plan_opinion_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint plan_opinion_disposition_check CHECK ((disposition = ANY (ARRAY['adopted'::text, 'explained'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table plan_party (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  party_id uuid not null,
  weight text not null,
  lead boolean not null,
  representative_id uuid not null,
  committee_id uuid,
  constraint plan_party_case_id_party_id_key UNIQUE (case_id, party_id),
  constraint plan_party_pkey PRIMARY KEY (id),
  constraint plan_party_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint plan_party_committee_id_fkey FOREIGN KEY (committee_id) REFERENCES person(id),
  constraint plan_party_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint plan_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint plan_party_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES person(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table plan_version (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  version integer not null,
  contents jsonb not null,
  because text,
  made_on date not null,
  approved_on date,
  signed_on date,
  agreement_id uuid,
  constraint plan_version_case_id_version_key UNIQUE (case_id, version),
  constraint plan_version_pkey PRIMARY KEY (id),
  constraint plan_version_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES paper(id),
  constraint plan_version_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint plan_version_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table post (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  title text not null,
  leader text not null,
  from_on date not null,
  to_on date,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint post_check CHECK ((to_on >= from_on)),
  constraint post_leader_check CHECK ((leader = ANY (ARRAY['chief-of-institution'::text, 'chief-of-subordinate'::text, 'deputy'::text, 'chief-of-unit'::text, 'deputy-of-unit'::text, 'none'::text])))
);
CREATE INDEX post_person ON public.post USING btree (person_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table pricing (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  flags text[] not null default '{}'::text[],
  approval_id uuid,
  appraise boolean,
  appraisal_by text,
  appraisal_value bigint,
  method text,
  method_reason text,
  price bigint,
  grounds text,
  priced_on date,
  appraisal_waived text,
  constraint pricing_case_id_key UNIQUE (case_id),
  constraint pricing_pkey PRIMARY KEY (id),
  constraint pricing_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES paper(id),
  constraint pricing_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint pricing_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint pricing_price_check CHECK ((price >= 0))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table receipt (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  conversion_id uuid not null,
  amount bigint not null,
  received_on date not null,
  budget_line text not null,
  voucher text,
  net bigint,
  computed_on date,
  constraint receipt_case_id_key UNIQUE (case_id),
  constraint receipt_pkey PRIMARY KEY (id),
  constraint receipt_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint receipt_conversion_id_fkey FOREIGN KEY (conversion_id) REFERENCES stream(id),
  constraint receipt_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint receipt_amount_check CHECK ((amount > 0))
);
CREATE INDEX receipt_conversion ON public.receipt USING btree (conversion_id);
CREATE INDEX receipt_list ON public.receipt USING btree (institution_id, received_on DESC, id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table reminder (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  opinion_id uuid not null,
  by_id uuid,
  on_day date not null,
  constraint reminder_opinion_id_on_day_key UNIQUE (opinion_id, on_day),
  constraint reminder_pkey PRIMARY KEY (id),
  constraint reminder_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id),
  constraint reminder_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint reminder_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint reminder_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES opinion(id)
);
CREATE INDEX reminder_case ON public.reminder USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table resolution (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  body text not null,
  meeting_on date,
  minutes_number text,
  minutes_id uuid,
  entitled integer,
  present integer,
  votes text,
  in_favour integer,
  against integer,
  abstained integer,
  result text,
  majority text,
  constraint resolution_case_id_key UNIQUE (case_id),
  constraint resolution_pkey PRIMARY KEY (id),
  constraint resolution_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint resolution_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint resolution_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES paper(id),
  constraint resolution_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'rejected'::text, 'deferred'::text]))),
  constraint resolution_votes_check CHECK ((votes = ANY (ARRAY['counted'::text, 'not-in-minutes'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table resource_line (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  term_id uuid not null,
  kind text not null,
  side text not null,
  quantity text,
  due_on date,
  removed_on date,
  constraint resource_line_pkey PRIMARY KEY (id),
  constraint resource_line_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint resource_line_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint resource_line_term_id_fkey FOREIGN KEY (term_id) REFERENCES ownership_term(id)
);
CREATE INDEX resource_line_case ON public.resource_line USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table review (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  plan jsonb not null,
  sent_by uuid,
  sent_on date not null,
  recalled_on date,
  recalled_because text,
  constraint review_case_id_key UNIQUE (case_id),
  constraint review_pkey PRIMARY KEY (id),
  constraint review_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint review_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint review_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table right_owner (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  party_id uuid not null,
  share text,
  from_on date not null,
  to_on date,
  constraint right_owner_pkey PRIMARY KEY (id),
  constraint right_owner_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint right_owner_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint right_owner_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id)
);
CREATE INDEX right_owner_case ON public.right_owner USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table right_party (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  party_id uuid not null,
  person_id uuid,
  side text not null,
  completing boolean not null,
  agreed_share text,
  agreed_owner boolean not null default false,
  proceeds_share text,
  constraint right_party_case_id_party_id_key UNIQUE (case_id, party_id),
  constraint right_party_pkey PRIMARY KEY (id),
  constraint right_party_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint right_party_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint right_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint right_party_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint right_party_side_check CHECK ((side = ANY (ARRAY['enterprise'::text, 'researcher'::text, 'other'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table rights_act (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ownership_id uuid not null,
  act text not null,
  by_party uuid not null,
  to_party uuid,
  purpose text not null,
  licence_kind text,
  from_on date,
  until_on date,
  scope text,
  priority_until date,
  priority_provisional boolean not null default false,
  way text,
  amount bigint,
  base text,
  rate text,
  value bigint,
  post_money bigint,
  stake text,
  report_id uuid,
  carried_out_on date,
  ended_on date,
  constraint rights_act_case_id_key UNIQUE (case_id),
  constraint rights_act_pkey PRIMARY KEY (id),
  constraint rights_act_by_party_fkey FOREIGN KEY (by_party) REFERENCES party(id),
  constraint rights_act_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint rights_act_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint rights_act_ownership_id_fkey FOREIGN KEY (ownership_id) REFERENCES stream(id),
  constraint rights_act_report_id_fkey FOREIGN KEY (report_id) REFERENCES paper(id),
  constraint rights_act_to_party_fkey FOREIGN KEY (to_party) REFERENCES party(id),
  constraint rights_act_amount_check CHECK ((amount >= 0)),
  constraint rights_act_post_money_check CHECK ((post_money >= 0)),
  constraint rights_act_value_check CHECK ((value >= 0))
);
CREATE INDEX rights_act_ownership ON public.rights_act USING btree (ownership_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table risk (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  class text not null,
  description text not null,
  probability text,
  impact text,
  level text,
  alert text,
  assessed_on date,
  constraint risk_case_id_key UNIQUE (case_id),
  constraint risk_pkey PRIMARY KEY (id),
  constraint risk_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint risk_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint risk_level_check CHECK ((level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table row_version (
  id bigint generated always as identity not null,
  institution_id uuid not null,
  tbl text not null,
  row_id text not null,
  hash text not null,
  stream_id uuid not null,
  seq integer not null,
  constraint row_version_pkey PRIMARY KEY (id),
  constraint row_version_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX row_version_event ON public.row_version USING btree (stream_id, seq);
CREATE INDEX row_version_row ON public.row_version USING btree (tbl, row_id, id DESC);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- tongtu_app may insert, select

create table schedule_adjustment (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  task text not null,
  cause text not null,
  reason text not null,
  impact text not null,
  original_start date not null,
  original_end date not null,
  now_start date not null,
  now_end date not null,
  wanted_start date not null,
  wanted_end date not null,
  days integer not null,
  part text not null,
  cumulative integer not null,
  submitted_on date not null,
  applied_on date,
  constraint schedule_adjustment_case_id_key UNIQUE (case_id),
  constraint schedule_adjustment_pkey PRIMARY KEY (id),
  constraint schedule_adjustment_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint schedule_adjustment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint schedule_adjustment_cause_check CHECK ((cause = ANY (ARRAY['policy'::text, 'technical'::text, 'other-objective'::text])))
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table schedule_line (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  title text not null,
  owner_role text,
  owner_person uuid,
  recurs text,
  within text,
  anchor date not null,
  until_on date,
  counted_as text not null,
  clauses text[] not null default '{}'::text[],
  force text not null,
  constraint schedule_line_pkey PRIMARY KEY (id),
  constraint schedule_line_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint schedule_line_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint schedule_line_owner_person_fkey FOREIGN KEY (owner_person) REFERENCES person(id),
  constraint schedule_line_check CHECK (((recurs IS NULL) <> (within IS NULL))),
  constraint schedule_line_counted_as_check CHECK ((counted_as = ANY (ARRAY['duty'::text, 'floor'::text]))),
  constraint schedule_line_force_check CHECK ((force = ANY (ARRAY['must'::text, 'should'::text, 'may'::text])))
);
CREATE INDEX schedule_line_case ON public.schedule_line USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table schema_migration (
  name text not null,
  sha256 text not null,
  at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table score_expert (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  person_id uuid not null,
  conflict text,
  given_on date,
  constraint score_expert_case_id_person_id_key UNIQUE (case_id, person_id),
  constraint score_expert_pkey PRIMARY KEY (id),
  constraint score_expert_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint score_expert_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint score_expert_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table score_line (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  expert_id uuid not null,
  item text not null,
  points text not null,
  notes jsonb not null,
  papers uuid[] not null default '{}'::uuid[],
  constraint score_line_expert_id_item_key UNIQUE (expert_id, item),
  constraint score_line_pkey PRIMARY KEY (id),
  constraint score_line_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint score_line_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES score_expert(id),
  constraint score_line_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX score_line_case ON public.score_line USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table score_round (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  about text not null,
  opened_on date not null,
  total text,
  reached boolean,
  concluded_on date,
  constraint score_round_case_id_key UNIQUE (case_id),
  constraint score_round_pkey PRIMARY KEY (id),
  constraint score_round_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint score_round_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table sealed (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  about uuid not null,
  says text not null,
  salt text not null,
  constraint sealed_pkey PRIMARY KEY (id),
  constraint sealed_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint sealed_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX sealed_case ON public.sealed USING btree (case_id);

create table seat (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date,
  constraint seat_pkey PRIMARY KEY (id),
  constraint seat_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint seat_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint seat_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint seat_check CHECK ((to_on >= from_on))
);
CREATE INDEX seat_body ON public.seat USING btree (body_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select, update

create table session (
  token_hash text not null,
  account_id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX session_account ON public.session USING btree (account_id);

create table setting (
  key text not null,
  value text not null,
  constraint setting_pkey PRIMARY KEY (key)
);
-- tongtu_app may select

create table sign_in_failure (
  login text not null,
  at timestamp with time zone not null
);
CREATE INDEX sign_in_failure_login ON public.sign_in_failure USING btree (login, at);

create table stake (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  conversion_id uuid not null,
  company_id uuid not null,
  value bigint not null,
  units bigint not null,
  acquired_on date not null,
  paper_id uuid not null,
  proposal integer not null default 0,
  approval_body text,
  approved_on date,
  allocated_on date,
  constraint stake_case_id_key UNIQUE (case_id),
  constraint stake_pkey PRIMARY KEY (id),
  constraint stake_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint stake_company_id_fkey FOREIGN KEY (company_id) REFERENCES party(id),
  constraint stake_conversion_id_fkey FOREIGN KEY (conversion_id) REFERENCES stream(id),
  constraint stake_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint stake_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint stake_units_check CHECK (((units >= 1) AND (units <= 10000))),
  constraint stake_value_check CHECK ((value > 0))
);
CREATE INDEX stake_conversion ON public.stake USING btree (conversion_id);
CREATE INDEX stake_list ON public.stake USING btree (institution_id, id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table step (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  route text not null,
  step text not null,
  title text not null,
  does text not null,
  after text[] not null,
  settings jsonb not null,
  clauses text[] not null,
  ordinal integer not null,
  child_id uuid not null,
  state text not null,
  done_on date,
  attempt integer not null default 1,
  required_in jsonb,
  constraint step_case_id_route_step_key UNIQUE (case_id, route, step),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint step_child_id_fkey FOREIGN KEY (child_id) REFERENCES stream(id),
  constraint step_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint step_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text, 'passed-by'::text])))
);
CREATE INDEX step_child ON public.step USING btree (child_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table stream (
  id uuid not null,
  institution_id uuid not null,
  seq integer not null,
  head text not null,
  constraint stream_pkey PRIMARY KEY (id),
  constraint stream_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table team_share (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  person_id uuid not null,
  share text not null,
  proposal integer not null,
  confirmed_on date,
  paper_id uuid,
  constraint team_share_pkey PRIMARY KEY (id),
  constraint team_share_case_id_fkey FOREIGN KEY (case_id) REFERENCES stream(id),
  constraint team_share_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint team_share_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint team_share_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX team_share_case ON public.team_share USING btree (case_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND (( SELECT app_wide() AS app_wide) OR (case_id IN ( SELECT unnest(app_cases()) AS unnest))))
-- tongtu_app may insert, select, update

create table text_revision (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  text_id text not null,
  revision text not null,
  from_on date not null,
  basis text not null,
  files jsonb not null,
  constraint text_revision_pkey PRIMARY KEY (id),
  constraint text_revision_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX text_revision_text ON public.text_revision USING btree (institution_id, text_id);
-- policy added for INSERT to tongtu_app
--     with check ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy changed for UPDATE to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND ( SELECT app_wide() AS app_wide))
-- policy seen for SELECT to tongtu_app
--     using ((institution_id = ( SELECT app_institution() AS app_institution)) AND true)
-- tongtu_app may insert, select

create view adopted with (security_invoker=true) as
 SELECT id,
    institution_id,
    case_id,
    text_id,
    from_on,
    to_on,
    basis,
    doubt,
    party_id,
        CASE
            WHEN party_id IS NULL THEN ( SELECT jsonb_agg(jsonb_build_object('from', r.from_on, 'revision', r.revision) ORDER BY r.id) AS jsonb_agg
               FROM text_revision r
              WHERE r.institution_id = a.institution_id AND r.text_id = a.text_id)
            ELSE NULL::jsonb
        END AS revisions
   FROM adoption a;

create view agreement_version with (security_invoker=true) as
 SELECT a.id AS agreement_id,
    a.conversion_id,
    1 AS version,
    a.signed_on AS effective_on,
    a.price
   FROM agreement a
UNION ALL
 SELECT m.agreement_id,
    a.conversion_id,
    m.version,
    m.effective_on,
    m.price
   FROM contract_amendment m
     JOIN agreement a ON a.id = m.agreement_id
  WHERE m.signed_on IS NOT NULL;

create view duty_list with (security_invoker=true) as
 SELECT o.id,
    o.case_id,
    c.root_id,
    c.procedure,
    c.title,
    r.number,
    r.title AS root_title,
    o.duty,
    o.owner_role,
    o.owner_person,
    o.due_on,
    o.provisional,
    o.clauses,
    o.force,
    o.moves,
    o.started_on,
    NOT (EXISTS ( SELECT
           FROM step s,
            LATERAL steps_before(s.case_id, s.route, s.after) b(id, institution_id, case_id, route, step, title, does, after, settings, clauses, ordinal, child_id, state, done_on, attempt, required_in)
          WHERE s.child_id = c.id AND (b.state <> ALL (ARRAY['done'::text, 'passed-by'::text])))) AS unblocked
   FROM obligation o
     JOIN case_file c ON c.id = o.case_id
     JOIN case_file r ON r.id = c.root_id
  WHERE o.state = 'owed'::text AND NOT c.withdrawn;

create view notice_matter with (security_invoker=true) as
 SELECT c.id AS root_id,
    jsonb_build_object('issuer', i.title, 'number', c.number, 'titles', COALESCE(( SELECT jsonb_agg(a.title ORDER BY a.title) AS jsonb_agg
           FROM case_subject s
             JOIN achievement a ON a.id = s.record_id
          WHERE s.case_id = c.id AND s.register = 'achievements'::text), '[]'::jsonb), 'price', ( SELECT yuan(p.price) AS yuan
           FROM pricing p
             JOIN case_file f ON f.id = p.case_id
          WHERE f.root_id = c.id AND NOT f.withdrawn), 'method', ( SELECT p.method
           FROM pricing p
             JOIN case_file f ON f.id = p.case_id
          WHERE f.root_id = c.id AND NOT f.withdrawn), 'completers', COALESCE(( SELECT jsonb_agg(x.name ORDER BY x.place) AS jsonb_agg
           FROM ( SELECT n.id,
                    n.name,
                    min(ARRAY[a.title, to_char(k.rank, 'FM000000'::text)]) AS place
                   FROM case_subject s
                     JOIN achievement a ON a.id = s.record_id
                     JOIN contributor k ON k.achievement_id = a.id
                     JOIN person n ON n.id = k.person_id
                  WHERE s.case_id = c.id AND s.register = 'achievements'::text
                  GROUP BY n.id, n.name) x), '[]'::jsonb), 'counterparty', ( SELECT t.title
           FROM party t
          WHERE t.id = v.counterparty_id)) AS matter
   FROM case_file c
     JOIN conversion v ON v.case_id = c.id
     JOIN institution i ON i.id = c.institution_id;

create view project_leader with (security_invoker=true) as
 SELECT id AS root_id,
    COALESCE(( SELECT m.person_id
           FROM case_member m
          WHERE m.case_id = c.id AND m.role = 'PL'::text
          ORDER BY m.id
         LIMIT 1), ( SELECT k.person_id
           FROM case_subject s
             JOIN contributor k ON k.achievement_id = s.record_id
          WHERE s.case_id = c.id AND s.register = 'achievements'::text
          ORDER BY k.main DESC, k.rank, k.id
         LIMIT 1)) AS person_id
   FROM case_file c
  WHERE parent_id IS NULL;

create view register_achievements with (security_invoker=true) as
 SELECT a.id,
    a.case_id,
    c.number,
    a.title,
    a.kind,
    a.state,
    a.registered_on,
    c.opened_on,
    ( SELECT string_agg(p.name, '、'::text ORDER BY k.rank) AS string_agg
           FROM contributor k
             JOIN person p ON p.id = k.person_id
          WHERE k.achievement_id = a.id) AS completers,
    ( SELECT count(*)::integer AS count
           FROM achievement_right r
          WHERE r.achievement_id = a.id) AS rights
   FROM achievement a
     JOIN case_file c ON c.id = a.case_id;

create view register_agreements with (security_invoker=true) as
 SELECT a.id,
    a.conversion_id AS case_id,
    a.number,
    a.title,
    t.title AS counterparty,
    yuan(a.price) AS price,
    a.signed_on,
    c.number AS conversion,
    ( SELECT yuan(COALESCE(sum(r.amount), 0::numeric)::bigint) AS yuan
           FROM receipt r
          WHERE r.conversion_id = a.conversion_id) AS received
   FROM agreement a
     JOIN party t ON t.id = a.counterparty_id
     JOIN case_file c ON c.id = a.conversion_id;

create view register_bodies with (security_invoker=true) as
 SELECT id,
    NULL::uuid AS case_id,
    code,
    title,
    founded_on,
    ( SELECT string_agg(p.name, '、'::text ORDER BY p.staff_no) AS string_agg
           FROM seat s
             JOIN person p ON p.id = s.person_id
          WHERE s.body_id = b.id AND (s.to_on IS NULL OR s.to_on >= CURRENT_DATE)) AS members
   FROM body b;

create view register_conversions with (security_invoker=true) as
 SELECT c.id,
    c.id AS case_id,
    c.number,
    c.title,
    v.mode,
    t.title AS counterparty,
    c.state,
    c.opened_on,
    ( SELECT yuan(p.price) AS yuan
           FROM pricing p
             JOIN case_file f ON f.id = p.case_id
          WHERE f.root_id = c.id AND NOT f.withdrawn) AS price,
    ( SELECT count(*)::integer AS count
           FROM step s
          WHERE s.case_id = c.id AND s.state = 'done'::text) AS steps_done,
    ( SELECT count(*)::integer AS count
           FROM step s
          WHERE s.case_id = c.id AND s.state <> 'passed-by'::text) AS steps_all,
    ( SELECT s.title
           FROM step s
          WHERE s.case_id = c.id AND (s.state = ANY (ARRAY['open'::text, 'refused'::text]))
          ORDER BY s.ordinal
         LIMIT 1) AS next_step,
    ( SELECT count(*)::integer AS count
           FROM finding g
             JOIN case_file f ON f.id = g.case_id
          WHERE f.root_id = c.id AND g.state = 'open'::text) AS findings
   FROM case_file c
     JOIN conversion v ON v.case_id = c.id
     JOIN party t ON t.id = v.counterparty_id;

create view register_distributions with (security_invoker=true) as
 SELECT d.id,
    d.conversion_id AS case_id,
    d.id AS distribution_id,
    c.number AS conversion,
    c.title,
    yuan(d.net) AS net,
    ( SELECT yuan(COALESCE(sum(l.amount), 0::numeric)::bigint) AS yuan
           FROM part_line l
          WHERE l.case_id = d.case_id AND l.proposal = d.proposal AND l.destination = 'persons'::text AND l.inside IS NULL) AS awards,
    f.state,
    d.approved_on,
    d.handed_over_on
   FROM distribution d
     JOIN case_file c ON c.id = d.conversion_id
     JOIN case_file f ON f.id = d.case_id;

create view register_holdings with (security_invoker=true) as
 SELECT h.id,
    s.conversion_id AS case_id,
    h.holder,
    h.held_as,
    t.title AS company,
    yuan(h.units) || '%'::text AS share,
    yuan(h.value) AS value,
    s.allocated_on,
    c.title,
    c.number AS conversion
   FROM holding h
     JOIN stake s ON s.case_id = h.case_id AND s.proposal = h.proposal
     JOIN case_file c ON c.id = s.conversion_id
     JOIN party t ON t.id = s.company_id
  WHERE s.allocated_on IS NOT NULL;

create view register_parties with (security_invoker=true) as
 SELECT id,
    NULL::uuid AS case_id,
    title,
    kind,
    credit_code,
    COALESCE(state_owned_share,
        CASE
            WHEN wholly_state_owned THEN '100%'::text
            ELSE NULL::text
        END) AS state_owned_share,
    ( SELECT count(*)::integer AS count
           FROM agreement a
          WHERE a.counterparty_id = t.id) AS agreements
   FROM party t;

create view register_people with (security_invoker=true) as
 SELECT id,
    NULL::uuid AS case_id,
    staff_no,
    name,
    unit,
    left_on,
    ( SELECT string_agg(q.title, '、'::text ORDER BY q.from_on DESC) AS string_agg
           FROM post q
          WHERE q.person_id = p.id AND (q.to_on IS NULL OR q.to_on >= CURRENT_DATE)) AS posts,
    ( SELECT string_agg(DISTINCT r.role, ' '::text ORDER BY r.role) AS string_agg
           FROM assignment r
          WHERE r.person_id = p.id AND (r.to_on IS NULL OR r.to_on >= CURRENT_DATE)) AS roles
   FROM person p;

create view register_receipts with (security_invoker=true) as
 SELECT r.id,
    r.conversion_id AS case_id,
    c.number AS conversion,
    c.title,
    yuan(r.amount) AS amount,
    yuan(r.net) AS net,
    r.received_on,
    r.budget_line,
    r.voucher,
    f.state
   FROM receipt r
     JOIN case_file c ON c.id = r.conversion_id
     JOIN case_file f ON f.id = r.case_id;

CREATE OR REPLACE FUNCTION public.account_open(p_account uuid, p_login text, p_secret text, p_person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare home uuid;
begin
  select institution_id into home from person where id = p_person;
  if home is null or home <> app_institution() or not app_wide() then return false; end if;
  insert into account (id, login, secret) values (p_account, p_login, p_secret);
  insert into membership (account_id, person_id, institution_id) values (p_account, p_person, home);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.app_cases()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(nullif(current_setting('app.cases', true), ''), ',')::uuid[] $function$;

CREATE OR REPLACE FUNCTION public.app_institution()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.institution', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_wide()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('app.scope', true) = 'wide' $function$;

CREATE OR REPLACE FUNCTION public.ballot_count(p_case uuid, p_today date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select coalesce(jsonb_object_agg(c.says, c.n), '{}') from (
      select l.says, count(*)::int as n
      from (select distinct on (s.about) s.about, s.says from sealed s where s.case_id = b.id order by s.about, s.seq desc) l group by l.says) c)
  from ballot b
  where b.id = p_case and b.secret and b.institution_id = app_institution() and b.closed_on is null
    and (b.closes_on < p_today or not exists (select from ballot_voter v where v.case_id = b.id and v.voted_on is null)) $function$;

CREATE OR REPLACE FUNCTION public.chain_hash(prev text, body_hash text, rows text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select encode(sha256(convert_to(prev || body_hash || rows, 'UTF8')), 'hex') $function$;

CREATE OR REPLACE FUNCTION public.charts_keep(p_charts jsonb)
 RETURNS SETOF chart_version
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into chart_version (hash, procedure, def)
    select x.hash, x.procedure, x.def from jsonb_to_recordset(p_charts) as x(hash text, procedure text, def text)
    where left(encode(sha256(convert_to(x.def, 'UTF8')), 'hex'), 16) = x.hash
    on conflict do nothing;
  return query select * from chart_version;
end $function$;

CREATE OR REPLACE FUNCTION public.command_open(p_person uuid, p_institution uuid, p_case uuid, p_key text, p_at timestamp with time zone, p_counter text, p_refs jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare root uuid; tree uuid[]; today date := (p_at at time zone 'Asia/Shanghai')::date; number integer; seen command_receipt%rowtype;
begin
  perform set_config('app.institution', p_institution::text, true), set_config('app.person', coalesce(p_person::text, ''), true),
    set_config('app.scope', 'wide', true), set_config('app.cases', '', true);
  if p_case is not null then
    select root_id into root from case_file where id = p_case;
    if root is null then return null; end if;
    perform from stream where id = root for update;
  end if;
  if p_key is not null then
    select * into seen from command_receipt where person_id = p_person and key = p_key;
    if found then return jsonb_build_object('receipt', jsonb_build_object('asked', seen.asked, 'result', seen.result)); end if;
  end if;
  if p_counter is not null then
    insert into counter (institution_id, key, value) values (p_institution, p_counter, 1)
      on conflict (institution_id, key) do update set value = counter.value + 1 returning value into number;
  end if;
  tree := array(select id from case_file where root_id = root);
  return jsonb_build_object(
    'number', number,
    -- records the input names that this institution does not have
    'missing', (select jsonb_agg(jsonb_build_object('register', x.register, 'id', x.id))
              from jsonb_to_recordset(p_refs) x(register text, id uuid)
              where not case x.register
                when 'people' then exists (select from person r where r.id = x.id)
                when 'parties' then exists (select from party r where r.id = x.id)
                when 'bodies' then exists (select from body r where r.id = x.id)
                when 'papers' then exists (select from paper r where r.id = x.id)
                when 'achievements' then exists (select from achievement r where r.id = x.id)
                when 'objections' then exists (select from objection r where r.id = x.id)
                when 'findings' then exists (select from finding r where r.id = x.id)
                when 'corrections' then exists (select from correction r where r.id = x.id)
                else false end),
    'cases', (select jsonb_agg(to_jsonb(c) || jsonb_build_object('seq', s.seq, 'head', s.head))
              from case_file c join stream s on s.id = c.id where c.id = any (tree)),
    'steps', (select jsonb_agg(to_jsonb(t) order by t.ordinal) from step t where t.case_id = any (tree)),
    'due', (select jsonb_agg(jsonb_build_object('id', o.id, 'case', o.case_id, 'moves', o.moves, 'due_on', o.due_on, 'due_at', o.due_at)
                             order by o.due_at, o.id)
            from obligation o where o.case_id = any (tree) and o.state = 'owed' and o.moves is not null and o.due_at <= p_at),
    'duties', (select jsonb_agg(jsonb_build_object('id', o.id, 'case', o.case_id, 'met_by', o.met_by, 'whose', o.whose))
            from obligation o where o.case_id = any (tree) and o.state = 'owed'),
    'members', (select jsonb_agg(jsonb_build_object('case', m.case_id, 'person', m.person_id, 'role', m.role))
            from case_member m where m.case_id = any (tree)),
    'issued', (select jsonb_agg(jsonb_build_object('id', d.id, 'case', d.case_id, 'kind', d.kind, 'version', d.version, 'state', d.state))
            from document d where d.case_id = any (tree)),
    'holds', (select jsonb_agg(jsonb_build_object('id', h.id, 'register', h.register, 'record', h.record_id, 'claim', h.claim))
            from hold h where h.case_id = any (tree) and h.released_on is null),
    'entries', (select jsonb_agg(jsonb_build_object('id', l.id, 'case', l.case_id, 'account', l.account, 'debit', l.debit::text,
                                                    'credit', l.credit::text, 'about', l.about) order by l.id)
            from ledger_entry l
            where l.case_id = any (tree) and l.reverses is null and not exists (select from ledger_entry r where r.reverses = l.id)),
    'roles', to_jsonb(roles_of(p_person, today)),
    'adoptions', (select jsonb_agg(jsonb_build_object('text', a.text_id, 'from', a.from_on, 'to', a.to_on, 'basis', a.basis,
                                                      'party', a.party_id, 'revisions', a.revisions) order by a.id) from adopted a),
    'person', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = p_person));
end $function$;

CREATE OR REPLACE FUNCTION public.deadlines_due(p_at timestamp with time zone, p_most integer)
 RETURNS TABLE(id uuid, "case" uuid, institution uuid, moves text, due_on date, due_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select o.id, o.case_id, o.institution_id, o.moves, o.due_on, o.due_at from obligation o
     where o.state = 'owed' and o.moves is not null and o.due_at <= p_at order by o.due_at, o.id limit p_most $function$;

CREATE OR REPLACE FUNCTION public.demonstration_accounts()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(jsonb_agg(jsonb_build_object('login', a.login, 'name', p.name, 'as', coalesce(s.value, ''), 'institution', i.title) order by i.id, a.id), '[]')
  from account a join membership m on m.account_id = a.id join person p on p.id = m.person_id join institution i on i.id = m.institution_id
  left join setting s on s.key = 'demonstration.as.' || a.login
  where exists (select from setting where key = 'demonstration') $function$;

CREATE OR REPLACE FUNCTION public.demonstration_forward(p_days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare ahead integer;
begin
  if not exists (select from setting where key = 'demonstration') then raise exception 'this is no database of demonstration'; end if;
  insert into setting (key, value) values ('demonstration.days-ahead', p_days::text)
    on conflict (key) do update set value = (setting.value::integer + p_days)::text returning value::integer into ahead;
  return ahead;
end $function$;

CREATE OR REPLACE FUNCTION public.file_known(p_sha256 text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from file_content where sha256 = p_sha256) $function$;

CREATE OR REPLACE FUNCTION public.file_store(p_sha256 text, p_bytes bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if app_institution() is null then raise exception 'nobody asks'; end if;
  if encode(sha256(p_bytes), 'hex') <> p_sha256 then raise exception 'the bytes are not those of the hash'; end if;
  insert into file_content (sha256, bytes) values (p_sha256, p_bytes) on conflict do nothing;
end $function$;

CREATE OR REPLACE PROCEDURE public.protect(IN tbl regclass, IN visible text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy seen on %s for select to tongtu_app using (institution_id = (select app_institution()) and (%s))', tbl, visible);
  execute format('create policy added on %s for insert to tongtu_app with check (institution_id = (select app_institution()) and (select app_wide()))', tbl);
  execute format('create policy changed on %s for update to tongtu_app using (institution_id = (select app_institution()) and (select app_wide()))', tbl);
end $procedure$;

CREATE OR REPLACE PROCEDURE public.protect_case_table(IN tbl regclass)
 LANGUAGE sql
AS $procedure$ call protect(tbl, '(select app_wide()) or case_id in (select unnest(app_cases()))') $procedure$;

CREATE OR REPLACE PROCEDURE public.protect_register(IN tbl regclass)
 LANGUAGE sql
AS $procedure$ call protect(tbl, 'true') $procedure$;

CREATE OR REPLACE FUNCTION public.review_guests(p_case uuid, p_person uuid, p_day date)
 RETURNS text[]
 LANGUAGE plpgsql
AS $function$
begin
  return case when exists (
    select from opinion x join case_file c on c.id = x.case_id left join counsel k on k.opinion_id = x.id
    where x.case_id = p_case and (x.person_id = p_person or x.holder_id = p_person or k.person_id = p_person
      or x.reviewer = any (speaks_for(p_person, c.root_id, p_day)))) then array['RV'] else '{}'::text[] end;
end $function$;

CREATE OR REPLACE FUNCTION public.reviewer_title(p_reviewer text, p_root uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case split_part(p_reviewer, ':', 1)
    when p_reviewer then null
    when 'person' then coalesce((select p.name from person p where p.staff_no = substr(p_reviewer, 8)), substr(p_reviewer, 8))
    when 'body' then coalesce((select b.title from body b where b.code = substr(p_reviewer, 6)), substr(p_reviewer, 6))
    when 'unit' then unit_meant(p_reviewer, p_root)
    else substr(p_reviewer, 6) end $function$;

CREATE OR REPLACE FUNCTION public.roles_of(p_person uuid, p_day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(array_agg(distinct role order by role), '{}') from assignment
     where person_id = p_person and from_on <= p_day and (to_on is null or to_on >= p_day) $function$;

CREATE OR REPLACE FUNCTION public.row_hash(j jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select encode(sha256(convert_to(jsonb_strip_nulls(j)::text, 'UTF8')), 'hex') $function$;

CREATE OR REPLACE FUNCTION public.seal(p_rows jsonb)
 RETURNS TABLE(t text, r text, h text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if app_institution() is null or not app_wide() then raise exception 'nobody asks'; end if;
  return query
    insert into sealed as s (id, institution_id, case_id, seq, about, says, salt)
    select x.id, app_institution(), x.case_id, x.seq, x.about, x.says, gen_random_uuid()::text || gen_random_uuid()::text
    from jsonb_to_recordset(p_rows) x(id uuid, case_id uuid, seq integer, about uuid, says text)
    returning 'sealed'::text, s.id::text, row_hash(to_jsonb(s));
end $function$;

CREATE OR REPLACE FUNCTION public.session_asked(p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare me uuid := app_person(); home uuid := app_institution(); of_leader constant text := 'unit:of-project-leader'; named text[]; seen uuid[];
begin
  if me is null or app_wide() then return; end if;
  named := speaks_for(me, null, p_today);
  select array_agg(distinct f.id) into seen from (
      select d.root_id from (
          select id from obligation where institution_id = home and state = 'owed' and duty in ('opinion.give', 'counsel.give')
            and owner_role = any (named || of_leader)
          union all select id from obligation where owner_person = me and state = 'owed' and duty in ('opinion.give', 'counsel.give')) o
        join duty_list d on d.id = o.id
        where d.unblocked
          and (d.owner_role is distinct from of_leader or 'unit:' || unit_meant(of_leader, d.root_id) = any (named))
      union select c.root_id from opinion o join case_file c on c.id = o.case_id where o.person_id = me
      union select c.root_id from counsel k join case_file c on c.id = k.case_id where k.person_id = me) t
    join case_file f on f.root_id = t.root_id
    where f.id = t.root_id or exists (select from case_member m where m.case_id = f.id);
  perform set_config('app.cases', coalesce(array_to_string(app_cases() || seen, ','), ''), false);
end $function$;

CREATE OR REPLACE FUNCTION public.session_end(p_token_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ delete from session where token_hash = p_token_hash $function$;

CREATE OR REPLACE FUNCTION public.session_open(p_token_hash text, p_wall timestamp with time zone, p_today date, p_wide_roles text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare s session%rowtype; held text[]; own uuid[]; wide boolean;
begin
  select x.* into s from session x join account a on a.id = x.account_id join person p on p.id = x.person_id
    where x.token_hash = p_token_hash and x.expires_at > p_wall and a.disabled_at is null and (p.left_on is null or p.left_on >= p_today);
  if not found then
    perform set_config('app.institution', '', false), set_config('app.person', '', false), set_config('app.scope', '', false),
      set_config('app.cases', '', false);
    return null;
  end if;
  held := roles_of(s.person_id, p_today);
  wide := held && p_wide_roles;
  if not wide then select array_agg(distinct case_id) into own from case_member where person_id = s.person_id; end if;
  perform set_config('app.institution', s.institution_id::text, false), set_config('app.person', s.person_id::text, false),
    set_config('app.scope', case when wide then 'wide' else 'narrow' end, false),
    set_config('app.cases', coalesce(array_to_string(own, ','), ''), false);
  if not wide then perform session_asked(p_today); end if;
  return jsonb_build_object('person', s.person_id, 'institution', s.institution_id, 'account', s.account_id, 'roles', to_jsonb(held),
    'wide', wide);
end $function$;

CREATE OR REPLACE FUNCTION public.session_start(p_token_hash text, p_account uuid, p_person uuid, p_at timestamp with time zone, p_expires timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into session (token_hash, account_id, person_id, institution_id, started_at, expires_at)
  select p_token_hash, m.account_id, m.person_id, m.institution_id, p_at, p_expires
  from membership m where m.account_id = p_account and m.person_id = p_person $function$;

CREATE OR REPLACE FUNCTION public.sign_in_failed(p_login text, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from sign_in_failure where at < p_at - interval '1 day';
  insert into sign_in_failure (login, at) values (p_login, p_at) $function$;

CREATE OR REPLACE FUNCTION public.sign_in_look_up(p_login text, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'account', a.id, 'secret', a.secret,
    'memberships', (select jsonb_agg(jsonb_build_object('person', m.person_id, 'institution', m.institution_id) order by m.institution_id)
                    from membership m join person p on p.id = m.person_id
                    where m.account_id = a.id and (p.left_on is null or p.left_on >= (p_at at time zone 'Asia/Shanghai')::date)),
    'failures', (select count(*) from sign_in_failure f where f.login = p_login and f.at > p_at - interval '15 minutes'))
  from (select 1) as always left join account a on a.login = p_login and a.disabled_at is null $function$;

CREATE OR REPLACE FUNCTION public.speakers(p_reviewer text, p_root uuid, p_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  select p.id from person p join (
    select a.person_id from assignment a
      where a.role = p_reviewer and a.from_on <= p_day and (a.to_on is null or a.to_on >= p_day)
    union
    select q.person_id from post q
      where p_reviewer = 'post:' || q.title and q.from_on <= p_day and (q.to_on is null or q.to_on >= p_day)
    union
    select s.person_id from seat s join body b on b.id = s.body_id
      where p_reviewer = 'body:' || b.code and s.from_on <= p_day and (s.to_on is null or s.to_on >= p_day)
    union
    select n.id from person n where p_reviewer = 'person:' || n.staff_no
    union
    select n.id from person n join post q on q.person_id = n.id
      where p_reviewer like 'unit:%' and n.unit = unit_meant(p_reviewer, p_root) and q.leader <> 'none'
        and q.from_on <= p_day and (q.to_on is null or q.to_on >= p_day)) x on x.person_id = p.id
  where p.left_on is null or p.left_on >= p_day $function$;

CREATE OR REPLACE FUNCTION public.speaks_for(p_person uuid, p_root uuid, p_day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  with me as (select * from person where id = p_person and (left_on is null or left_on >= p_day)),
  held as (select q.title, q.leader from post q join me on me.id = q.person_id
           where q.from_on <= p_day and (q.to_on is null or q.to_on >= p_day))
  select coalesce(array_agg(distinct x.name), '{}') from (
    select r as name from me, unnest(roles_of(me.id, p_day)) r where r <> 'CT'
    union all select 'person:' || staff_no from me
    union all select 'post:' || title from held
    union all select 'body:' || b.code from me join seat s on s.person_id = me.id join body b on b.id = s.body_id
      where s.from_on <= p_day and (s.to_on is null or s.to_on >= p_day)
    union all select 'unit:' || unit from me where unit is not null and exists (select from held where leader <> 'none')
    union all select 'unit:of-project-leader' from me
      where exists (select from held where leader <> 'none') and unit = unit_meant('unit:of-project-leader', p_root)) x $function$;

CREATE OR REPLACE FUNCTION public.steps_before(p_case uuid, p_route text, p_after text[])
 RETURNS SETOF step
 LANGUAGE sql
 STABLE
AS $function$
  with recursive before as (
    select s.* from step s where s.case_id = p_case and s.route = p_route and s.step = any (p_after)
    union
    select s.* from before b join step s on s.case_id = p_case and s.route = p_route and s.step = any (b.after) where b.state = 'passed-by')
  select * from before $function$;

CREATE OR REPLACE FUNCTION public.steps_upto(p_case uuid, p_route text, p_after text[])
 RETURNS SETOF step
 LANGUAGE sql
 STABLE
AS $function$
  with recursive earlier as (
    select s.* from step s where s.case_id = p_case and s.route = p_route and s.step = any (p_after)
    union
    select s.* from earlier b join step s on s.case_id = p_case and s.route = p_route and s.step = any (b.after))
  select * from earlier $function$;

CREATE OR REPLACE FUNCTION public.unit_meant(p_reviewer text, p_root uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when p_reviewer = 'unit:of-project-leader'
    then (select p.unit from project_leader l join person p on p.id = l.person_id
          where l.root_id = p_root and p.institution_id = app_institution())
    else substr(p_reviewer, 6) end $function$;

CREATE OR REPLACE FUNCTION public.yuan(fen bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select (fen / 100)::text || '.' || lpad((fen % 100)::text, 2, '0') $function$;
