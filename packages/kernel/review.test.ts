import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWrong } from './parsed.ts';
import {
  type Ask,
  again,
  asksOf,
  outcome,
  places,
  type Review,
  speaking,
  stateOf,
  turns,
  type Word,
  withAdded,
  withoutAdded,
  withWord,
} from './review.ts';
import { type ReviewPlan, readReviewPlan, type Stage } from './review-plan.ts';
import { before } from './route.ts';

const roles = ['A', 'B', 'C', 'D', 'E'];
function planOf(raw: unknown): ReviewPlan {
  const plan = readReviewPlan(raw, roles);
  if (isWrong(plan)) assert.fail(plan.wrong.code);
  return plan.value;
}
const begun = (raw: unknown): Review => {
  const plan = planOf(raw);
  return { plan, asks: asksOf(plan, (stage, reviewer) => `${stage.id}/${reviewer}/1`) };
};
const names = (asks: readonly Ask[]): string => asks.map((a) => `${a.stage}/${a.reviewer}`).join(' ');
const say = (r: Review, reviewer: string, word: Word = 'agreed'): Review => {
  const ask = speaking(r).find((a) => a.reviewer === reviewer) ?? assert.fail(`${reviewer} may not speak`);
  return withWord(r, ask.id, word);
};

describe('会签、或签、定额：a stage passes with its quorum and fails once it can pass no more', () => {
  it('needs 3 of 5: two disagree and it can still pass, three and it cannot', () => {
    let r = begun({ reviewers: roles, quorum: '3 of 5' });
    r = say(say(r, 'A', 'disagreed'), 'B', 'disagreed');
    assert.equal(outcome(r), 'open');
    assert.equal(outcome(say(r, 'C', 'disagreed')), 'failed');
    r = say(say(r, 'C'), 'D');
    assert.equal(outcome(r), 'open');
    assert.equal(outcome(say(r, 'E')), 'passed');
  });
  it('needs one of n where it is 或签, and fails only when all refuse', () => {
    const r = begun({ reviewers: ['A', 'B'], quorum: 'any' });
    assert.equal(outcome(say(r, 'B')), 'passed');
    assert.equal(outcome(say(r, 'A', 'disagreed')), 'open');
    assert.equal(outcome(say(say(r, 'A', 'disagreed'), 'B', 'disagreed')), 'failed');
  });
  it('fails at the first who refuses where all must agree', () => {
    assert.equal(outcome(say(begun({ reviewers: ['A', 'B', 'C'] }), 'B', 'disagreed')), 'failed');
  });
});

describe('串行与并行：stages wait for those before them, and run beside the others', () => {
  const raw = {
    stages: {
      unit: { title: '院系', reviewers: ['A'] },
      offices: { title: '部门', reviewers: ['B', 'C'], quorum: 'any', after: 'unit' },
      experts: { title: '专家', reviewers: ['D'], after: 'unit' },
      leaders: { title: '领导', reviewers: ['E'], after: ['offices', 'experts'] },
    },
  };
  it('asks the next stage only when the one before has passed', () => {
    let r = begun(raw);
    assert.equal(names(speaking(r)), 'unit/A');
    r = say(r, 'A');
    assert.equal(names(speaking(r)), 'offices/B offices/C experts/D');
    r = say(r, 'B');
    assert.equal(names(speaking(r)), 'experts/D');
    r = say(r, 'D');
    assert.equal(names(speaking(r)), 'leaders/E');
    assert.equal(outcome(r), 'open');
    assert.equal(outcome(say(r, 'E')), 'passed');
  });
  it('sends back to any stage before: it and all after it are asked again, and nothing that was said is lost', () => {
    let r = say(say(say(begun(raw), 'A'), 'B'), 'D');
    r = withWord(r, 'leaders/E/1', 'returned');
    let n = 0;
    const back = again(r, 'offices', () => `new ${++n}`);
    assert.equal(names(back.again), 'offices/B offices/C leaders/E');
    assert.equal(names(speaking(back.review)), 'offices/B offices/C');
    assert.deepEqual(
      back.review.asks.filter((a) => a.word).map((a) => `${a.reviewer} ${a.word}`),
      ['A agreed', 'B agreed', 'D agreed', 'E returned'],
    );
    assert.equal(names(turns(r, back.review).begin), 'offices/B offices/C');
    // the experts' word stands: their stage did not come after the offices
    assert.equal(names(speaking(say(back.review, 'C'))), 'leaders/E');
  });
});

describe('加签、减签：who is added is needed beside the quorum and never counts towards it', () => {
  const beside = (r: Review, to: string, place: 'before' | 'beside' | 'after'): Review =>
    withAdded(r, { id: 'added', stage: 'review', reviewer: 'E', round: 1, added: { place, to } });
  const two = begun({ reviewers: ['A', 'B'], quorum: 'any' });

  it('lets him speak first, at the same time, or afterwards', () => {
    assert.equal(names(speaking(beside(two, 'review/A/1', 'before'))), 'review/B review/E');
    assert.equal(names(speaking(beside(two, 'review/A/1', 'beside'))), 'review/A review/B review/E');
    const after = beside(two, 'review/A/1', 'after');
    assert.equal(names(speaking(after)), 'review/A review/B');
    assert.equal(names(speaking(say(after, 'A'))), 'review/B review/E');
  });
  it('does not pass by his agreement, nor without it', () => {
    const r = beside(two, 'review/A/1', 'beside');
    assert.equal(outcome(say(r, 'E')), 'open');
    assert.equal(outcome(say(r, 'A')), 'open');
    assert.equal(outcome(say(say(r, 'A'), 'E')), 'passed');
    assert.equal(outcome(say(r, 'E', 'disagreed')), 'failed');
  });
  it('passes when the last one waited for is taken off', () => {
    const r = say(beside(two, 'review/A/1', 'after'), 'A');
    assert.equal(outcome(r), 'open');
    assert.equal(outcome(withoutAdded(r, 'added')), 'passed');
  });
  it('asks him again when his stage begins again', () => {
    let n = 0;
    const r = again(say(beside(two, 'review/A/1', 'before'), 'E'), 'all', () => `new ${++n}`);
    assert.equal(names(speaking(r.review)), 'review/B review/E');
    assert.equal(names(speaking(say(r.review, 'E'))), 'review/A review/B');
  });
});

/** What an oracle that knows only the list of what was said makes of it: counts, nothing else. */
function passedByCount(r: Review, stage: Stage): boolean {
  const round = Math.max(...r.asks.filter((a) => a.stage === stage.id).map((a) => a.round));
  const now = r.asks.filter((a) => a.stage === stage.id && a.round === round && a.off === undefined);
  let agreed = 0;
  for (const a of now) {
    if (a.added && a.word !== 'agreed') return false;
    if (!a.added && a.word === 'agreed') agreed += 1;
  }
  return agreed >= stage.quorum;
}

type Step = { readonly verb: string; readonly next: Review };
/** Every verb that somebody may use now. 退回 and 撤回 are tried twice at the most, 加签 once: rounds without end tell nothing new. */
function verbs(r: Review, most: { readonly rounds: number; readonly added: number }): Step[] {
  if (outcome(r) !== 'open') return [];
  const rounds = Math.max(...r.asks.map((a) => a.round));
  // ids by place, so that the same way through other verbs is the same state
  const numbered = (): (() => string) => {
    let n = r.asks.length;
    return () => `n${++n}`;
  };
  const found: Step[] = [];
  for (const ask of speaking(r)) {
    for (const word of ['agreed', 'disagreed'] as const) found.push({ verb: `${word} ${ask.id}`, next: withWord(r, ask.id, word) });
    if (rounds < most.rounds) {
      for (const stage of before(r.plan, ask.stage))
        found.push({ verb: `return ${ask.id} ${stage}`, next: again(withWord(r, ask.id, 'returned'), stage, numbered()).review });
    }
    if (r.asks.filter((a) => a.added).length < most.added) {
      for (const place of places) {
        const added: Ask = { id: numbered()(), stage: ask.stage, reviewer: 'Z', round: ask.round, added: { place, to: ask.id } };
        found.push({ verb: `add ${place} ${ask.id}`, next: withAdded(r, added) });
      }
    }
  }
  for (const ask of r.asks.filter((a) => a.added && !a.off && a.word === undefined))
    found.push({ verb: `take off ${ask.id}`, next: withoutAdded(r, ask.id) });
  if (rounds < most.rounds) found.push({ verb: 'recall and send', next: again(r, 'all', numbered()).review });
  return found;
}

const keyOf = (r: Review): string =>
  r.asks.map((a) => `${a.id}${a.word?.[0] ?? ''}${a.off ? '-' : ''}${a.added ? `${a.added.place[2]}${a.added.to}` : ''}`).join();

const plans = {
  'one of two': { reviewers: ['A', 'B'], quorum: 'any' },
  'two of three': { reviewers: ['A', 'B', 'C'], quorum: '2 of 3' },
  'one after the other': {
    stages: { first: { title: '一', reviewers: ['A', 'B'], quorum: 'any' }, last: { title: '二', reviewers: ['C', 'D'], after: 'first' } },
  },
  'two beside each other, then one': {
    stages: {
      a: { title: '甲', reviewers: ['A'] },
      b: { title: '乙', reviewers: ['B', 'C'], quorum: 'any' },
      c: { title: '丙', reviewers: ['D'], after: ['a', 'b'] },
    },
  },
};

describe('every way of using the verbs, up to six of them one after the other', () => {
  for (const [name, raw] of Object.entries(plans)) {
    it(`never passes before the last quorum, loses no opinion, and can always be finished: ${name}`, () => {
      const start = begun(raw);
      let front: Review[] = [start];
      const seen = new Set([keyOf(start)]);
      let states = 0;
      let ended = 0;
      for (let length = 0; length < 6; length += 1) {
        const further: Review[] = [];
        for (const r of front) {
          for (const { verb, next } of verbs(r, { rounds: 2, added: 1 })) {
            const key = keyOf(next);
            if (seen.has(key)) continue;
            seen.add(key);
            states += 1;
            check(r, next, verb);
            if (outcome(next) === 'open') further.push(next);
            else ended += 1;
          }
        }
        front = further;
      }
      assert.ok(states > 30 && ended > 5, `${states} states, ${ended} of them ended`);
    });
  }

  function check(r: Review, next: Review, verb: string): void {
    const passed = next.plan.every((s) => passedByCount(next, s));
    assert.equal(outcome(next) === 'passed', passed, verb);
    // what was said stays said, by whom and in which round
    for (const a of r.asks.filter((x) => x.word)) assert.equal(next.asks.find((x) => x.id === a.id)?.word, a.word, verb);
    // nobody speaks in a stage before those it waits for have passed
    for (const a of speaking(next)) {
      const stage = next.plan.find((s) => s.id === a.stage)!;
      for (const earlier of stage.after) assert.ok(passedByCount(next, next.plan.find((s) => s.id === earlier)!), `${verb}: ${a.id}`);
    }
    if (outcome(next) !== 'open') return;
    // somebody may speak, and where all agree it ends
    let left = next;
    for (let n = 0; outcome(left) === 'open'; n += 1) {
      const [one] = speaking(left);
      if (!one || n > 20) assert.fail(`${verb}: stuck at ${keyOf(next)}`);
      left = withWord(left, one.id, 'agreed');
    }
    assert.equal(outcome(left), 'passed', verb);
    // and it can be withdrawn: sent again, its first stages are asked and no other
    let n = 0;
    const resent = again(next, 'all', () => `again ${++n}`).review;
    const first = resent.plan.filter((s) => s.after.length === 0).map((s) => s.id);
    assert.ok(speaking(resent).length > 0 && speaking(resent).every((a) => first.includes(a.stage)), verb);
    assert.deepEqual(
      resent.plan.map((s) => stateOf(resent, s)),
      resent.plan.map((s) => (first.includes(s.id) ? 'open' : 'waiting')),
    );
  }
});
