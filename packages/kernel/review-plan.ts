import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { isRecord, type Raw, unknownKey } from './raw.ts';
import { ordered, readAfter } from './route.ts';

/**
 * Who is asked for an opinion, as a pack writes it: a role of the permission matrix (`LD`), or by name a post, a body, a unit or a
 * person (`post:分管院长`, `body:committee`, `unit:财务处`, `person:1023` by staff number). `unit:of-project-leader` is the unit of
 * whoever leads the matter (院系). One opinion is asked of each, and whoever may speak for it gives it.
 */
export type Reviewer = string;
const reviewerKinds = ['post', 'body', 'unit', 'person'] as const;

/** One stage of a review: `quorum` of its reviewers must agree. Stages that do not wait for each other run side by side. */
export type Stage = {
  readonly id: string;
  readonly title: string;
  readonly reviewers: readonly Reviewer[];
  readonly quorum: number;
  readonly after: readonly string[];
  /** What each of its opinions has to speak of (责、权、利), in the text's own words; absent where the text names none. */
  readonly aspects?: readonly string[];
};
export type ReviewPlan = readonly Stage[];
/** The id of the stage of a review that has but one. */
export const onlyStage = 'review';

/**
 * Reads the settings of a review: `{ reviewers: [LD, FA], quorum: 1 of 2 }`, or
 * `{ stages: { offices: { title, reviewers, quorum, after, aspects } } }`. Without a quorum all must agree (会签); `any` is one of them
 * (或签). `aspects: [责, 权, 利]`: each opinion says something of every one of them.
 */
export function readReviewPlan(raw: unknown, roles: readonly string[]): Parsed<ReviewPlan> {
  if (!isRecord(raw)) return wrong('review.form');
  const extra = unknownKey(raw, ['reviewers', 'quorum', 'aspects', 'stages']);
  if (extra) return extra;
  if (raw.stages === undefined) {
    const stage = readStage({ id: onlyStage, title: '', after: [] }, raw, roles);
    return isWrong(stage) ? stage : parsed([stage.value]);
  }
  const beside = ['reviewers', 'quorum', 'aspects'].find((k) => raw[k] !== undefined);
  if (beside) return within(beside, wrong('review.beside_stages', { key: beside }).wrong);
  if (!isRecord(raw.stages) || Object.keys(raw.stages).length === 0) return within('stages', wrong('review.no_stage').wrong);
  const stages: Stage[] = [];
  for (const [id, value] of Object.entries(raw.stages)) {
    const stage = readNamedStage(id, value, roles);
    if (isWrong(stage)) return within('stages', within(id, stage.wrong).wrong);
    stages.push(stage.value);
  }
  const all = ordered(stages);
  return isWrong(all) ? within('stages', all.wrong) : all;
}

function readNamedStage(id: string, raw: unknown, roles: readonly string[]): Parsed<Stage> {
  if (!isRecord(raw)) return wrong('review.stage_form');
  const extra = unknownKey(raw, ['title', 'reviewers', 'quorum', 'aspects', 'after']);
  if (extra) return extra;
  if (typeof raw.title !== 'string' || raw.title === '') return wrong('pack.missing_key', { key: 'title' });
  const after = readAfter(raw.after);
  return isWrong(after) ? after : readStage({ id, title: raw.title, after: after.value }, raw, roles);
}

function readStage(named: Pick<Stage, 'id' | 'title' | 'after'>, raw: Raw, roles: readonly string[]): Parsed<Stage> {
  const list = typeof raw.reviewers === 'string' ? [raw.reviewers] : raw.reviewers;
  if (list === undefined) return wrong('review.no_reviewer', { stage: named.title || named.id });
  if (!Array.isArray(list)) return within('reviewers', wrong('rule.not_a_list').wrong);
  if (list.length === 0) return within('reviewers', wrong('review.no_reviewer', { stage: named.title || named.id }).wrong);
  const reviewers: Reviewer[] = [];
  for (const [i, given] of list.entries()) {
    const one = readReviewer(given, roles);
    const fault = isWrong(one) ? one : reviewers.includes(one.value) ? wrong('review.twice', { given: one.value }) : undefined;
    if (fault) return within('reviewers', within(i, fault.wrong).wrong);
    reviewers.push(String(given));
  }
  const quorum = readQuorum(raw.quorum, reviewers.length);
  if (isWrong(quorum)) return within('quorum', quorum.wrong);
  const aspects = readAspects(raw.aspects);
  if (aspects && isWrong(aspects)) return within('aspects', aspects.wrong);
  return parsed({ ...named, reviewers, quorum: quorum.value, ...(aspects ? { aspects: aspects.value } : {}) });
}

function readAspects(raw: unknown): Parsed<readonly string[]> | undefined {
  if (raw === undefined) return undefined;
  const named = Array.isArray(raw) ? raw.filter((a): a is string => typeof a === 'string' && a.trim() !== '') : [];
  const all = Array.isArray(raw) && raw.length > 0 && new Set(named).size === raw.length;
  return all ? parsed(named) : wrong('review.aspects_form');
}

export function readReviewer(raw: unknown, roles: readonly string[]): Parsed<Reviewer> {
  const given = typeof raw === 'string' ? raw.trim() : '';
  const [kind = '', name] = given.split(/:(.*)/s);
  const kinds = reviewerKinds.map((k) => `${k}:…`).join(', ');
  if (name === undefined)
    return roles.includes(given) ? parsed(given) : wrong('review.unknown_role', { given, known: roles.join(', '), kinds });
  const known = (reviewerKinds as readonly string[]).includes(kind) && name.trim() !== '';
  return known ? parsed(given) : wrong('review.unknown_kind', { given, kinds });
}

/** `all`, `any`, or `3 of 5`, where the second number is how many are named, so that neither is changed without the other. */
function readQuorum(raw: unknown, reviewers: number): Parsed<number> {
  if (raw === undefined || raw === 'all') return parsed(reviewers);
  if (raw === 'any') return parsed(1);
  const [, needed, named] = /^(\d{1,3}) of (\d{1,3})$/.exec(String(raw)) ?? [];
  if (needed === undefined || named === undefined) return wrong('review.quorum_form', { given: String(raw), reviewers });
  if (Number(needed) > reviewers || Number(needed) < 1) return wrong('review.quorum_outside', { given: needed, reviewers });
  if (Number(named) !== reviewers) return wrong('review.quorum_of', { given: named, reviewers, write: `${needed} of ${reviewers}` });
  return parsed(Number(needed));
}
