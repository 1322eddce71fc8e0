import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readClause } from './pack-reader.ts';
import { PackSource } from './pack-source.ts';
import { isWrong, type Wrong } from './parsed.ts';
import { type ReviewPlan, readReviewPlan } from './review-plan.ts';
import { routeOf } from './route.ts';
import { type AnyRule, rule } from './rule.ts';

const roles = ['LD', 'FA', 'RM'];
const read = (raw: unknown): ReviewPlan => {
  const p = readReviewPlan(raw, roles);
  return isWrong(p) ? assert.fail(p.wrong.code) : p.value;
};
const faultOf = (raw: unknown): Wrong => {
  const p = readReviewPlan(raw, roles);
  return isWrong(p) ? p.wrong : assert.fail('it was read without a fault');
};

describe('a review is stages of reviewers, each with its quorum', () => {
  it('asks everybody where no quorum is written (会签), and one of them where it is any (或签)', () => {
    const stage = { id: 'review', title: '', reviewers: ['LD', 'FA'], after: [] };
    assert.deepEqual(read({ reviewers: ['LD', 'FA'] }), [{ ...stage, quorum: 2 }]);
    assert.deepEqual(read({ reviewers: ['LD', 'FA'], quorum: 'all' }), [{ ...stage, quorum: 2 }]);
    assert.deepEqual(read({ reviewers: ['LD', 'FA'], quorum: 'any' }), [{ ...stage, quorum: 1 }]);
    assert.deepEqual(read({ reviewers: 'LD' }), [{ ...stage, reviewers: ['LD'], quorum: 1 }]);
  });
  it('states a quorum as k of n, where n is how many are named', () => {
    const five = { reviewers: ['LD', 'FA', 'RM', 'body:committee', 'post:分管院长'] };
    assert.equal(read({ ...five, quorum: '3 of 5' })[0]!.quorum, 3);
    assert.deepEqual(faultOf({ ...five, quorum: '3 of 4' }), {
      code: 'review.quorum_of',
      facts: { given: '4', reviewers: 5, write: '3 of 5' },
      at: ['quorum'],
    });
    for (const given of ['6 of 5', '0 of 5', '6 of 6'])
      assert.equal(faultOf({ ...five, quorum: given }).code, 'review.quorum_outside', given);
    for (const given of ['3', '3/5', 'most', '']) assert.equal(faultOf({ ...five, quorum: given }).code, 'review.quorum_form', given);
  });
  it('names the aspects that each opinion speaks of, each once; without them the stage has none', () => {
    assert.deepEqual(read({ reviewers: ['LD'], aspects: ['责', '权', '利'] })[0]!.aspects, ['责', '权', '利']);
    assert.deepEqual(read({ stages: { one: { title: '一', reviewers: ['LD'], aspects: ['责'] } } })[0]!.aspects, ['责']);
    assert.ok(!('aspects' in read({ reviewers: ['LD'] })[0]!));
    for (const aspects of ['责', [], ['责', '责'], ['责', ' ']])
      assert.deepEqual(faultOf({ reviewers: ['LD'], aspects }), { code: 'review.aspects_form', facts: {}, at: ['aspects'] });
    const beside = faultOf({ aspects: ['责'], stages: { one: { title: '一', reviewers: ['LD'] } } });
    assert.deepEqual([beside.code, beside.at], ['review.beside_stages', ['aspects']]);
  });
  it('puts stages in the order they wait for each other; those that wait for the same run side by side', () => {
    const stages = {
      leaders: { title: '院领导', reviewers: ['post:分管院长'], after: ['offices', 'experts'] },
      offices: { title: '职能部门', reviewers: ['LD', 'FA', 'RM'], quorum: '2 of 3', after: 'unit' },
      experts: { title: '专家', reviewers: ['body:experts'], after: ['unit'] },
      unit: { title: '院系', reviewers: ['unit:of-project-leader'] },
    };
    assert.deepEqual(
      read({ stages }).map((s) => `${s.id} ${s.quorum} ${s.after.join('+')}`),
      ['unit 1 ', 'offices 2 unit', 'experts 1 unit', 'leaders 1 offices+experts'],
    );
  });
  it('names persons, posts, bodies and units beside roles, and nothing else', () => {
    const named = (reviewer: string) => ({ reviewers: ['LD', reviewer] });
    for (const good of ['person:1023', 'post:分管院长', 'body:committee', 'unit:财务处', 'unit:of-project-leader'])
      assert.deepEqual(read(named(good))[0]!.reviewers, ['LD', good]);
    assert.equal(faultOf(named('XX')).code, 'review.unknown_role');
    for (const bad of ['people:1', 'person:', 'unit: ']) assert.equal(faultOf(named(bad)).code, 'review.unknown_kind', bad);
    assert.deepEqual(faultOf(named('LD')), { code: 'review.twice', facts: { given: 'LD' }, at: ['reviewers', 1] });
  });
});

const route = rule('steps', {
  kind: routeOf({ does: ['pricing', { does: 'review-route', reads: (raw) => readReviewPlan(raw, roles) }] }),
  asOf: 'openedOn',
  ifSilent: 'forbidden',
});
const rules = new Map([['steps', route as unknown as AnyRule]]);
/** The one fault of a clause whose countersigning has these settings: where it is, and what it is. */
function faultIn(settings: string): string {
  const source = new PackSource(
    'x/1-process.yaml',
    `clause: "x:process"
title: 流程
force: must
text: 流程。
answers:
  - rule: steps
    versions:
      - from: 2025-01-01
        source: 流程一条
        value:
          pricing: { title: 定价, does: pricing }
          countersign:
            title: 会签
            does: review-route
            after: [pricing]
            with:
${settings}`,
  );
  readClause(source, rules);
  assert.equal(source.faults.length, 1, JSON.stringify(source.faults));
  const [f] = source.faults;
  return `${f!.line}:${f!.column} ${f!.code} ${JSON.stringify({ ...f!.facts, rule: undefined, known: undefined, kinds: undefined })}`;
}

describe('a fault in a review’s settings is found where it stands, with what to write instead', () => {
  it('points at the reviewer, the quorum, the stage', () => {
    assert.equal(faultIn('              reviewers: [LD, LAW]\n'), '17:31 review.unknown_role {"given":"LAW"}');
    assert.equal(
      faultIn('              reviewers: [LD, FA]\n              quorum: 3 of 5\n'),
      '18:15 review.quorum_outside {"given":"3","reviewers":2}',
    );
    assert.equal(
      faultIn('              stages:\n                offices: { title: 部门, reviewers: [] }\n'),
      '18:39 review.no_reviewer {"stage":"部门"}',
    );
    assert.equal(faultIn('              stages: {}\n'), '17:15 review.no_stage {}');
    assert.equal(
      faultIn('              stages:\n                offices: { title: 部门, reviewers: [LD], after: [unit] }\n'),
      '18:56 route.unknown_step {"given":"unit"}',
    );
    assert.equal(
      faultIn('              reviewers: [LD]\n              stages: { a: { title: 甲, reviewers: [FA] } }\n'),
      '17:15 review.beside_stages {"key":"reviewers"}',
    );
    assert.equal(faultIn('              reviewer: [LD]\n'), '17:15 pack.unknown_key {"key":"reviewer"}');
    assert.equal(faultIn('              stages: { a: { title: 甲 } }\n'), '17:25 review.no_reviewer {"stage":"甲"}');
  });
  it('finds stages that wait for each other', () => {
    const stages = `              stages:
                a: { title: 甲, reviewers: [LD], after: b }
                b: { title: 乙, reviewers: [FA], after: a }
`;
    assert.match(faultIn(stages), /^18:\d+ route\.circle/);
  });
});
