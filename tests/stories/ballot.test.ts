import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { lookAt, run } from '../../packages/engine/database.ts';
import { sweep } from '../../packages/engine/deadlines.ts';
import { previewCommand } from '../../packages/engine/run-command.ts';
import { verify } from '../../packages/engine/verify.ts';
import { type Cooperation, type CooperationHouse, cooperating, cooperationHouse } from '../support/cooperation.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';

let h: CooperationHouse;
before(async () => {
  h = await cooperationHouse();
});
after(() => h.close());

describe('a ballot is cast by whoever may, until it is closed', () => {
  it('lets each party’s representative cast its party’s ballot and nobody else’s', async () => {
    const d = await (await h.deal()).voting();
    const cast = (who: string, more: object = {}) => d.try(who, 'vote.cast', d.ballot, { vote: 'for', ...more });
    accepted(await cast('company'));
    assert.deepEqual(refused(await cast('company', { party: d.party('institute') })), ['ballot.not_a_voter']);
    // an expert is expressly refused (P07 XP: X), the project leader has no vote, an outsider sees no case
    assert.deepEqual(refused(await cast('technical')), ['may.not']);
    assert.deepEqual(refused(await cast('leader')), ['may.not']);
    assert.deepEqual(refused(await cast('stranger')), ['case.not_found']);
    assert.deepEqual(refused(await cast('tto')), ['may.not']);
    const view = await d.ballotView('company');
    assert.deepEqual(
      view.voters.map((v) => [v.title, v.by, v.weight, v.vote]),
      [
        ['示范医院', '医院代表', '1/3', null],
        ['器械公司', '公司代表', '1/3', 'for'],
        ['材料研究所', '研究所代表', '1/3', null],
      ],
    );
  });
  it('takes the last vote of a voter who changes it, and none after its end', async () => {
    const d = await (await h.deal()).voting();
    await d.votes({ hospital: 'for', company: 'against', institute: 'for' });
    await d.send('company', 'vote.cast', d.ballot, { vote: 'for' });
    await d.send('institute', 'ballot.close', d.ballot, {});
    assert.deepEqual([await d.state(d.ballot), (await d.ballotView()).outcome?.heads.for], ['passed', '3']);
    assert.deepEqual(refused(await d.try('company', 'vote.cast', d.ballot, { vote: 'against' })), ['chart.no_place']);
  });
  it('is closed before its last day only when all have voted, and says who has not', async () => {
    const d = await (await h.deal()).voting();
    await d.votes({ hospital: 'for', company: 'for' });
    const early = await d.try('hospital', 'ballot.close', d.ballot, {});
    assert.deepEqual(refused(early), ['ballot.still_open']);
    assert.deepEqual(early.accepted ? [] : early.refusals[0]!.facts.missing, ['材料研究所']);
    const known = (await d.page('company')).mayDo[d.ballot]!.find((m) => m.command === 'ballot.close')!;
    assert.deepEqual(
      known.refusals.map((r) => r.refused),
      ['ballot.still_open'],
    );
  });
  it('ends when its last day is over, whoever touches it first; who has not voted is absent', async () => {
    h.today('2026-03-02');
    const d = await (await h.deal()).voting({ closesOn: '2026-03-10' });
    await d.votes({ hospital: 'for', company: 'for' });
    h.today('2026-03-10');
    await sweep(h.engine);
    assert.equal(await d.state(d.ballot), 'voting');
    h.today('2026-03-11');
    assert.deepEqual(refused(await d.try('institute', 'vote.cast', d.ballot, { vote: 'for' })), ['chart.no_place']);
    const view = await d.ballotView();
    assert.deepEqual([view.closedOn, view.outcome?.passed, view.outcome?.rates], ['2026-03-10', false, ['2/3']]);
    assert.equal(view.outcome?.heads.absent, '1');
    assert.equal(await d.state(), 'drafted');
    h.today('2026-03-02');
  });
  it('refuses a last day before the first, and owes each voter’s vote by it', async () => {
    const d = await (await h.deal()).reviewed();
    const early = await d.try('hospital', 'voting.open', d.plan, { closesOn: '2026-03-01', secret: false });
    assert.deepEqual(refused(early), ['ballot.closes_before']);
    await d.send('hospital', 'voting.open', d.plan, { closesOn: '2026-03-20', secret: false });
    await d.called();
    const duties = (await d.page()).duties.filter((x) => x.duty === 'vote.cast');
    assert.deepEqual(duties.map((x) => [x.owner, x.dueOn]).sort(), [
      ['公司代表', '2026-03-20'],
      ['医院代表', '2026-03-20'],
      ['研究所代表', '2026-03-20'],
    ]);
  });
});

describe('a ballot cast on paper is entered with its paper', () => {
  const recorded = (paper?: string) => ({ decidedBy: '器械公司', on: '2026-03-01', ...(paper ? { paper } : {}) });
  it('names whose it is and who entered it; without the paper it stands and is a finding', async () => {
    const d = await (await h.deal()).voting();
    const ask = { vote: 'for', party: d.party('company') };
    const paper = await d.paper('secretary', d.ballot, '盖章的表决票');
    const nameless = await d.try('secretary', 'vote.cast', d.ballot, { vote: 'for' }, { recorded: recorded(paper) });
    assert.deepEqual(refused(nameless), ['ballot.name_voter']);
    assert.deepEqual((await d.send('secretary', 'vote.cast', d.ballot, ask, { recorded: recorded(paper) })).findings, []);
    const other = { vote: 'invalid', party: d.party('institute') };
    assert.deepEqual((await d.send('secretary', 'vote.cast', d.ballot, other, { recorded: recorded() })).findings, ['recorded.no_paper']);
    const [, company, institute] = (await d.ballotView()).voters;
    assert.deepEqual([company?.vote, company?.recorded, institute?.vote], ['for', true, 'invalid']);
    const line = (await d.page()).history.find((e) => e.type === 'vote.cast')!;
    assert.deepEqual([line.actor, line.decidedBy], ['会议秘书', '器械公司']);
  });
  it('is spoiled only on paper', async () => {
    const d = await (await h.deal()).voting();
    assert.deepEqual(refused(await d.try('company', 'vote.cast', d.ballot, { vote: 'invalid' })), ['ballot.invalid_on_paper']);
  });
});

describe('示范医院办法：本院参加的合作方案，其表决票经院长办公会集体决策后，由院方代表投出', () => {
  it('asks the hospital for its decision in its own text’s name, and the company, whose texts do not, for nothing', async () => {
    const d = await (await h.deal()).voting();
    const without = await d.try('hospital', 'vote.cast', d.ballot, { vote: 'for' });
    assert.deepEqual([refused(without), clausesOf(without)], [['ballot.mandate_missing'], ['shifan:cooperation']]);
    accepted(await d.try('company', 'vote.cast', d.ballot, { vote: 'for' }));
    const recorded = { decidedBy: '示范医院', on: '2026-03-01', paper: await d.paper('secretary', d.ballot, '盖章的表决票') };
    const entered = await d.send('secretary', 'vote.cast', d.ballot, { vote: 'for', party: d.party('hospital') }, { recorded });
    assert.deepEqual(entered.findings, ['ballot.mandate_missing']);
    const [finding] = (await d.page()).findings;
    assert.deepEqual(finding?.clauses, ['shifan:cooperation']);
    const traces = await h.see(d.who.as('tto'), (db) =>
      db.selectFrom('decision').where('case_id', '=', d.ballot).orderBy('id').select('answers').execute(),
    );
    const asked = traces.flatMap((t) => t.answers as unknown as { rule: string; party?: string; considered: unknown[] }[]);
    assert.deepEqual(
      asked.map((a) => [a.party, a.considered.length > 0]),
      [
        ['器械公司', false],
        ['示范医院', true],
      ],
    );
  });
});

/** Everything about the ballot that any query of the application can reach. */
async function reachable(d: Cooperation): Promise<string> {
  return await lookAt(h.engine.database, d.who.id, async (db) => {
    const tables = ['event', 'decision', 'obligation', 'ballot', 'ballot_voter', 'mention', 'command_receipt', 'row_version'];
    const rows = await Promise.all(tables.map((t) => run<{ r: string }>(db, `select to_jsonb(t)::text as r from ${t} t`, [])));
    return rows
      .flat()
      .map((r) => r.r)
      .join('\n');
  });
}

describe('of a secret ballot it is known who voted; how is shown to nobody', () => {
  const cast = async (d: Cooperation, who: string, vote: string): Promise<void> => {
    const mandate = who === 'hospital' ? { mandate: await d.paper('hospital', d.ballot, '纪要') } : {};
    const key = `vote of ${who} ${vote}`;
    accepted(await d.try(who, 'vote.cast', d.ballot, { vote, ...mandate }, { key }));
  };
  it('counts the last vote of each and shows sums alone', async () => {
    const d = await (await h.deal()).voting({ secret: true });
    await cast(d, 'hospital', 'against');
    await cast(d, 'company', 'for');
    await cast(d, 'institute', 'abstain');
    await cast(d, 'hospital', 'for');
    await cast(d, 'institute', 'for');
    await d.send('company', 'ballot.close', d.ballot, {});
    const { outcome, voters } = await d.ballotView();
    assert.deepEqual([outcome?.passed, outcome?.heads.for, outcome?.heads.absent], [true, '3', '0']);
    assert.deepEqual(
      voters.map((v) => [v.votedOn, v.vote]),
      Array.from({ length: 3 }, () => ['2026-03-02', null]),
    );
  });
  it('has the choice in no row and no event that the application can read, nor in a preview of the count', async () => {
    const d = await (await h.deal()).voting({ secret: true });
    await cast(d, 'hospital', 'abstain');
    await cast(d, 'company', 'for');
    await cast(d, 'institute', 'blank');
    const before = await reachable(d);
    assert.ok(before.includes('vote.cast'));
    for (const word of ['abstain', 'blank']) assert.ok(!before.includes(word), word);
    await assert.rejects(
      lookAt(h.engine.database, d.who.id, (db) => run(db, 'select * from sealed', [])),
      /permission denied/,
    );
    const preview = await previewCommand(h.engine, d.who.as('company'), { command: 'ballot.close', case: d.ballot, input: {} });
    assert.deepEqual(preview, { refusals: [], warnings: [], findings: [], happens: [] });
    await d.send('company', 'ballot.close', d.ballot, {});
    assert.deepEqual((await d.ballotView()).outcome?.heads.blank, '1');
  });
  it('is not counted while a vote is wanting, and never for another institution', async () => {
    const d = await (await h.deal()).voting({ secret: true });
    const other = await h.deal();
    await cast(d, 'company', 'for');
    const count = (institution: string) =>
      lookAt(h.engine.database, institution, (db) => run<{ c: unknown }>(db, 'select ballot_count($1, $2) as c', [d.ballot, '2026-03-02']));
    assert.equal((await count(d.who.id))[0]!.c, null);
    await cast(d, 'hospital', 'for');
    await cast(d, 'institute', 'against');
    assert.deepEqual((await count(d.who.id))[0]!.c, { for: 2, against: 1 });
    assert.equal((await count(other.who.id))[0]!.c, null);
  });
  it('cannot be of unequal weights, whose sums tell, nor be entered by another, who would see it', async () => {
    const d = await (await h.deal()).reviewed({ hospital: '50%', company: '30%', institute: '20%' });
    const uneven = await d.try('hospital', 'voting.open', d.plan, { closesOn: '2026-03-20', secret: true });
    assert.deepEqual(refused(uneven), ['ballot.secret_weights']);
    const e = await (await h.deal()).voting({ secret: true });
    const recorded = { decidedBy: '器械公司', on: '2026-03-01', paper: await e.paper('secretary', e.ballot, '表决票') };
    const entered = await e.try('secretary', 'vote.cast', e.ballot, { vote: 'for', party: e.party('company') }, { recorded });
    assert.deepEqual(refused(entered), ['ballot.secret_recorded']);
  });
  it('shows when the owner of the database changed a sealed vote', async () => {
    const d = await (await h.deal()).voting({ secret: true });
    await cast(d, 'company', 'against');
    const owner = new pg.Client({ connectionString: h.url });
    await owner.connect();
    const change = (says: string) => owner.query('update sealed set says = $2 where case_id = $1 returning id', [d.ballot, says]);
    await change('for');
    const { discrepancies } = await verify(h.url);
    assert.deepEqual(
      discrepancies.map((x) => x.what),
      ['sealed'],
    );
    await change('against');
    await owner.end();
    assert.deepEqual((await verify(h.url)).discrepancies, []);
  });
});

describe('a receipt of what somebody asked is his alone', () => {
  it('is not seen by another of the same institution', async () => {
    const d = await (await h.deal()).voting();
    accepted(await d.try('company', 'vote.cast', d.ballot, { vote: 'for' }, { key: 'once' }));
    accepted(await d.try('company', 'vote.cast', d.ballot, { vote: 'for' }, { key: 'once' }));
    const seen = (who: string) => h.see(d.who.as(who), (db) => db.selectFrom('command_receipt').select('key').execute());
    assert.deepEqual([(await seen('company')).length, (await seen('tto')).length], [1, 0]);
  });
});

describe('the day of a ballot passes whatever has become of its law', () => {
  it('ends the waiting and leaves the ballot to be closed once the law answers again', async () => {
    const own = await cooperationHouse();
    try {
      const d = await (await own.deal()).voting({ closesOn: '2026-03-10' });
      await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
      // the clause now speaks of committees alone, and the one that spoke of them of nothing
      own.packs.write('001/5.2.1.a-committee.yaml', 'clause: "001:5.2.1.a"\ntitle: 委员会\nforce: must\ntext: 委员会\n');
      own.packs.write('001/5.2.1.a-committee.examples.yaml', '[]\n');
      const speaks = (from: string, to: string): void => {
        for (const [name, times] of [
          ['001/5.1.2.b-plan-review.yaml', 2],
          ['001/5.1.2.b-plan-review.examples.yaml', 2],
        ] as const)
          for (let n = 0; n < times; n += 1) own.packs.change(name, `{ matter: ${from} }`, `{ matter: ${to} }`);
      };
      speaks('plan', 'committee');
      assert.deepEqual(own.engine.law.reload(), []);
      own.today('2026-03-11');
      await sweep(own.engine);
      await sweep(own.engine);
      assert.equal(await d.state(d.ballot), 'voting');
      assert.deepEqual(refused(await d.try('company', 'ballot.close', d.ballot, {})), ['law.silent', 'law.silent']);
      speaks('committee', 'plan');
      assert.deepEqual(own.engine.law.reload(), []);
      accepted(await d.try('company', 'ballot.close', d.ballot, {}));
      assert.equal(await d.state(d.ballot), 'passed');
    } finally {
      await own.close();
    }
  });
});

const formPack = (id: string, form: string): Readonly<Record<string, string>> => ({
  [`${id}/text.yaml`]: `text: ${id}\ntitle: ${id}\nshort: ${id}办法\nlevel: institution\nstatus: in-force\nnumbering: names\nsource: 为测试而虚构\nfrom: 2025-01-01\n`,
  [`${id}/1-ballots.yaml`]: `clause: "${id}:ballots"\ntitle: 表决方式\nforce: must\ntext: 表决${form}。\nanswers:\n  - rule: ballot-form\n    versions:\n      - { from: 2025-01-01, value: ${form}, source: 一条 }\n`,
  [`${id}/1-ballots.examples.yaml`]: `- name: 表决方式\n  rule: ballot-form\n  given: { matter: plan }\n  on: 2026-03-02\n  is: ${form}\n`,
});

describe('no party’s text stands above another’s', () => {
  const withForms = (company: string, institute?: string) => ({
    ...cooperating,
    adoptions: [
      ...cooperating.adoptions,
      { text: company, party: 'company', from: '2025-01-01', basis: '公司章程' },
      ...(institute ? [{ text: institute, party: 'institute', from: '2025-01-01', basis: '研究所章程' }] : []),
    ],
  });
  it('keeps one party’s rule in its name, and says where two parties’ rules differ', async () => {
    const own = await cooperationHouse({ ...formPack('openly', 'open'), ...formPack('secretly', 'secret') });
    try {
      const one = await (await own.deal(withForms('secretly'))).reviewed();
      const ask = { closesOn: '2026-03-20', secret: false };
      const otherwise = await one.try('hospital', 'voting.open', one.plan, ask);
      assert.deepEqual([refused(otherwise), clausesOf(otherwise)], [['ballot.form_otherwise'], ['secretly:ballots']]);
      await one.send('hospital', 'voting.open', one.plan, { ...ask, secret: true });

      const two = await (await own.deal(withForms('secretly', 'openly'))).reviewed();
      for (const secret of [true, false]) {
        const differ = await two.try('hospital', 'voting.open', two.plan, { ...ask, secret });
        assert.deepEqual([refused(differ), clausesOf(differ)], [['law.parties_differ'], ['secretly:ballots', 'openly:ballots']]);
        assert.deepEqual(differ.accepted ? [] : differ.refusals[0]!.facts.answers, [
          '器械公司（《secretly办法》表决方式）',
          '材料研究所（《openly办法》表决方式）',
        ]);
      }
    } finally {
      await own.close();
    }
  });
});
