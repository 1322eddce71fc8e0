import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statusOf } from '../../apps/server/problem.ts';
import { accepted, clausesOf, refused, saidBefore } from '../support/house.ts';
import type { PlainHouse } from '../support/plain.ts';
import { Rights, rightsHouse } from '../support/rights.ts';

let h: PlainHouse;
before(async () => {
  h = await rightsHouse('2026-03-02');
});
after(() => h.close());
const rights = () => new Rights(h);
const all = ['甲医药公司', '乙研究所', '丙大学'];

describe('000 6.2.3：由协议约定该转化成果有关权益的归属；协议未作约定的，按照下列原则办理', () => {
  it('uses what the parties agreed as it stands, and says that it was agreed [R0-038]', async () => {
    const r = await rights().opened();
    const owners = [
      { party: r.party('maker'), share: '60%' },
      { party: r.party('institute'), share: '40%' },
    ];
    accepted(await r.do('ownership.agree', { owners }));
    accepted(await r.determine('made'));
    const view = await r.view();
    assert.deepEqual(await r.owners(), ['甲医药公司 60%', '乙研究所 40%']);
    assert.deepEqual([view.by, view.kind, view.clauses], ['agreement', 'shares', ['000:6.2.3']]);
  });
  it('falls back to a) and b) where nothing was agreed, and names the clause that it used [R0-038]', async () => {
    const none = await (await rights().byDefault('none')).view();
    assert.deepEqual([none.by, none.clauses], ['default', ['000:6.2.3', '000:6.2.3.a']]);
    const made = await (await rights().byDefault('made')).view();
    assert.deepEqual([made.by, made.clauses], ['default', ['000:6.2.3', '000:6.2.3.b', '000:a.1.1.s1']]);
  });
  it('takes shares that sum to 100% or none at all, of parties of the cooperation', async () => {
    const r = await rights().opened();
    const agree = (...owners: readonly object[]) => r.do('ownership.agree', { owners });
    const [maker, institute] = [r.party('maker'), r.party('institute')];
    assert.deepEqual(refused(await agree({ party: maker, share: '60%' }, { party: institute, share: '30%' })), ['shares.sum']);
    assert.deepEqual(refused(await agree({ party: maker, share: '60%' }, { party: institute })), ['shares.some_missing']);
    assert.deepEqual(refused(await agree({ party: maker }, { party: maker })), ['party.twice']);
    assert.deepEqual(refused(await agree({ party: r.party('outsider') })), ['party.not_of_cooperation']);
    accepted(await agree({ party: maker }, { party: institute }));
    accepted(await r.determine('made'));
    assert.deepEqual([await r.owners(), (await r.view()).kind], [['甲医药公司', '乙研究所'], 'joint']);
  });
  it('is opened with at least two parties, each once, one of which completed the achievement', async () => {
    const r = rights();
    const open = (...parties: readonly (readonly [string, boolean])[]) =>
      r.try('tto', 'ownership.open', undefined, {
        title: '合作',
        mode: 'cooperative',
        parties: parties.map(([p, completing]) => ({ party: r.party(p), completing })),
      });
    assert.deepEqual(refused(await open(['maker', true])), ['field.too_few']);
    assert.deepEqual(refused(await open(['maker', true], ['maker', false])), ['party.twice']);
    assert.deepEqual(refused(await open(['maker', false], ['institute', false])), ['ownership.one_completing']);
    assert.deepEqual(refused(await open(['maker', true], ['institute', true])), ['ownership.one_completing']);
  });
  it('asks the parties to agree where no adopted text says anything', async () => {
    const bare = await rightsHouse('2026-03-02', []);
    const r = await new Rights(bare).opened({ mode: 'commissioned' });
    assert.deepEqual(refused(await r.determine('made')), ['ownership.undecided']);
    assert.deepEqual(refused(await r.template('A.1.2')), ['terms.no_template']);
    await bare.close();
  });
  it('stands in the law of conversion as well, article 40, recalled and marked so', async () => {
    const lawful = await rightsHouse('2026-03-02', []);
    const r = await new Rights(lawful).byDefault('none');
    assert.deepEqual((await r.view()).clauses, ['cn-conversion-law:40.s1', 'cn-conversion-law:40.1']);
    await lawful.close();
  });
});

describe('000 6.2.3 a)、b)：无新的发明创造的归完成单位；产生新的发明创造的归合作各方共有', () => {
  it('gives everything to the completing unit without a new invention [R0-039]', async () => {
    const r = await rights().byDefault('none');
    assert.deepEqual([await r.owners(), (await r.view()).kind], [['乙研究所'], 'sole']);
  });
  it('makes all three parties joint owners of a new invention, without shares that nobody agreed [R0-040]', async () => {
    const r = await rights().byDefault('made');
    const view = await r.view();
    assert.deepEqual([await r.owners(), view.kind], [all, 'joint']);
    assert.ok(view.owners.every((o) => o.share === null));
  });
  it('keeps with the decision what the annex, read by itself, would have made of it', async () => {
    const r = await rights().byDefault('none');
    const decision = (await r.page()).decisions.findLast((d) => d.command === 'ownership.determine')!;
    const readings = await h.see(r.who.as('tto'), (db) =>
      db.selectFrom('decision').where('id', '=', decision.id).select('readings').executeTakeFirstOrThrow(),
    );
    const found = readings.readings as unknown as { clause: string; differs: boolean }[];
    assert.deepEqual(
      found.filter((x) => x.differs).map((x) => x.clause),
      ['000:6.2.3.a'],
    );
  });
});

describe('000 6.2.3 c)：各方都有实施该项成果的权利，转让该成果应经合作各方同意', () => {
  it('lets each party implement by itself, and a transfer wait for everybody; to abstain is not to consent [R0-041]', async () => {
    const r = await rights().byDefault('made');
    const alone = await r.proposed('implement', 'maker');
    assert.deepEqual((await r.actView(alone)).answers, []);
    accepted(await r.carryOut(alone));
    const transfer = await r.proposed('transfer', 'maker', { to: r.party('outsider') });
    accepted(await r.answer(transfer, 'institute', 'consents'));
    const two = await r.carryOut(transfer);
    assert.deepEqual([refused(two), clausesOf(two)], [['consent.missing'], ['000:6.2.3.c', '000:a.1.1.s2']]);
    accepted(await r.answer(transfer, 'university', 'abstains'));
    assert.deepEqual(refused(await r.carryOut(transfer)), ['consent.missing']);
    accepted(await r.answer(transfer, 'university', 'consents'));
    accepted(await r.carryOut(transfer));
    assert.deepEqual(await r.owners(), ['丁公司']);
  });
  it('takes consent only from the party that was asked, or for it with its paper', async () => {
    const r = await rights().byDefault('made');
    const transfer = await r.proposed('transfer', 'maker', { to: r.party('outsider') });
    assert.deepEqual(refused(await r.answer(transfer, 'maker', 'consents')), ['consent.not_asked']);
    assert.deepEqual(saidBefore(await r.page('for-maker'), transfer, 'consent.answer'), ['consent.not_asked']);
    const paper = await r.paper('tto', transfer, 'scan', '同意函');
    const recorded = { decidedBy: '乙研究所', on: '2026-03-02', paper };
    const input = { party: r.party('institute'), answer: 'consents' };
    accepted(await r.try('tto', 'consent.answer', transfer, input, { recorded }));
    assert.deepEqual(refused(await r.try('tto', 'consent.answer', transfer, { answer: 'consents' }, { recorded })), ['consent.not_asked']);
    assert.deepEqual(
      (await r.actView(transfer)).answers.map((a) => a.answer),
      ['consents', null],
    );
  });
  it('opens a finding where a transfer without consent is recorded as a fact', async () => {
    const r = await rights().byDefault('made');
    const transfer = await r.proposed('transfer', 'maker', { to: r.party('outsider') });
    const paper = await r.paper('tto', transfer, 'agreement', '转让合同');
    const recorded = { decidedBy: '甲医药公司', on: '2026-03-01', paper };
    assert.deepEqual(accepted(await r.try('tto', 'act.carry-out', transfer, {}, { recorded })).findings, ['consent.missing']);
  });
  it('is nobody’s to do who takes no part, and is dropped without a trace in the rights', async () => {
    const r = await rights().byDefault('made');
    assert.deepEqual(refused(await r.propose('implement', 'outsider')), ['party.not_of_cooperation']);
    assert.deepEqual(refused(await r.propose('transfer', 'maker')), ['act.no_counterparty']);
    const pledge = await r.proposed('pledge', 'maker', { to: r.party('outsider') });
    accepted(await r.try('tto', 'act.drop', pledge, { reason: '不再融资' }));
    assert.deepEqual(await r.owners(), all);
  });
});

describe('000 6.2.4、附录A（资料性）：可参考附录 A 予以协商、实施', () => {
  it('marks a clause of A.2.1 as informative; without any clause it uses the default and says so [R0-042]', async () => {
    const r = await rights().opened({ mode: 'commissioned', parties: ['maker', 'institute'] });
    accepted(await r.template('A.2.1'));
    const [term] = (await r.view()).terms;
    assert.deepEqual([term!.clause, term!.informative], ['000:a.2.1', true]);
    accepted(await r.determine('made'));
    assert.equal((await r.view()).by, 'agreement');
    const bare = await rights().byDefault('made', { mode: 'commissioned', parties: ['maker', 'institute'] });
    const view = await bare.view();
    assert.deepEqual([view.by, view.clauses], ['default', ['000:6.2.3', '000:a.2.1']]);
    const [statement] = (await bare.page()).documents;
    assert.equal(statement!.kind, 'ownership-statement');
  });
});

describe('附录 A.1.1：协议未明确约定归属的情况下由合作各方共同共有', () => {
  it('makes all parties joint owners where co-operative work has no clause [R0-093]', async () => {
    const r = await rights().byDefault('undetermined');
    assert.deepEqual([await r.owners(), (await r.view()).kind, (await r.view()).clauses], [all, 'joint', ['000:6.2.3', '000:a.1.1.s1']]);
  });
  it('wants everybody’s consent to a licence, and nobody’s to one’s own use: the body goes before the annex (E-34) [R0-094]', async () => {
    const r = await rights().byDefault('made');
    const licence = await r.proposed('license', 'maker', {
      to: r.party('outsider'),
      licenceKind: 'ordinary',
      from: '2026-03-02',
      until: '2029-03-01',
      scope: '中国大陆',
    });
    accepted(await r.answer(licence, 'institute', 'consents'));
    const two = await r.carryOut(licence);
    assert.deepEqual([refused(two), clausesOf(two)], [['consent.missing'], ['000:a.1.1.s2']]);
    accepted(await r.answer(licence, 'university', 'consents'));
    accepted(await r.carryOut(licence));
    accepted(await r.carryOut(await r.proposed('implement', 'university')));
    const applying = await r.proposed('apply', 'institute');
    assert.deepEqual(refused(await r.carryOut(applying)), ['consent.missing']);
  });
  it('wants consent to one’s own use as well where the parties took the annex’s sentence into their agreement', async () => {
    const r = await rights().opened();
    accepted(await r.template('A.1.1'));
    accepted(await r.determine('made'));
    const use = await r.proposed('implement', 'maker');
    const result = await r.carryOut(use);
    assert.deepEqual([refused(result), clausesOf(result)], [['consent.missing'], ['000:a.1.1.s2']]);
  });
});

describe('附录 A.1.2：可以通过技术合作研发协议约定 a)—e)', () => {
  const inserted = async () => {
    const r = await rights().opened({ parties: ['maker', 'institute'] });
    accepted(await r.template('A.1.2'));
    return r;
  };
  const fill = async (r: Rights): Promise<void> => {
    for (const line of (await r.view()).resources)
      accepted(await r.do('resource.fill', { resource: line.id, quantity: '按附件', dueOn: '2026-06-30' }));
  };
  const term = async (r: Rights, clause: string): Promise<string> => (await r.view()).terms.find((t) => t.clause === clause)!.id;

  it('inserts five clauses, each marked informative and open to editing; without b) the default returns [R0-095]', async () => {
    const r = await inserted();
    const { terms } = await r.view();
    assert.deepEqual(
      terms.map((t) => t.clause),
      ['a', 'b', 'c', 'd', 'e'].map((x) => `000:a.1.2.${x}`),
    );
    assert.ok(terms.every((t) => t.informative && !t.edited && t.words.length > 5));
    assert.deepEqual(refused(await r.template('A.1.2')), ['terms.inserted_already']);
    accepted(await r.do('term.edit', { term: terms[1]!.id, words: '成果的知识产权归甲医药公司；' }));
    assert.deepEqual(
      (await r.view()).terms.filter((t) => t.edited).map((t) => t.words),
      ['成果的知识产权归甲医药公司；'],
    );
    await fill(r);
    accepted(await r.determine('made'));
    assert.deepEqual([await r.owners(), (await r.view()).by], [['甲医药公司'], 'agreement']);
    accepted(await r.do('term.remove', { term: terms[1]!.id, reason: '未谈成' }));
    assert.deepEqual(refused(await r.do('term.remove', { term: terms[1]!.id, reason: '再删' })), ['terms.no_term']);
    assert.deepEqual(refused(await r.do('term.edit', { term: terms[1]!.id, words: '…' })), ['terms.no_term']);
    accepted(await r.determine('made'));
    assert.deepEqual([await r.owners(), (await r.view()).by], [['甲医药公司', '乙研究所'], 'default']);
  });
  it('turns a) into lines of what each brings, which have to be filled in [R0-096]', async () => {
    const r = await inserted();
    assert.deepEqual(
      (await r.view()).resources.map((x) => [x.kind, x.quantity, x.dueOn]).sort(),
      ['enterprise-facilities', 'enterprise-funds', 'enterprise-place', 'enterprise-team', 'researcher-people'].map((k) => [k, null, null]),
    );
    const open = await r.determine('made');
    assert.deepEqual([refused(open), clausesOf(open)], [['resource.unfilled'], ['000:a.1.2.a']]);
    assert.deepEqual(refused(await r.do('resource.fill', { resource: 'none', quantity: '1', dueOn: '2026-06-30' })), ['resource.unknown']);
    await fill(r);
    accepted(await r.determine('made'));
    const gone = await inserted();
    accepted(await gone.do('term.remove', { term: await term(gone, '000:a.1.2.a'), reason: '另签投入协议' }));
    accepted(await gone.determine('made'));
  });
  it('gives the rights to the enterprise under b), and remarks an owner who is none [R0-097]', async () => {
    const r = await inserted();
    await fill(r);
    accepted(await r.determine('made'));
    assert.deepEqual([await r.owners(), (await r.view()).kind], [['甲医药公司'], 'sole']);
    const joined = accepted(await r.do('ownership.agree', { owners: [{ party: r.party('maker') }, { party: r.party('institute') }] }));
    assert.deepEqual(
      joined.warnings.map((w) => `${w.refused} ${w.clause}`),
      ['terms.other_owner 000:a.1.2.b'],
    );
  });
  it('sends no priority offer once c) waives it, and one where c) was taken out [R0-098]', async () => {
    const waived = await inserted();
    await fill(waived);
    accepted(await waived.determine('made'));
    const sale = await waived.proposed('transfer', 'maker', { to: waived.party('outsider') });
    assert.deepEqual((await waived.actView(sale)).answers, []);
    accepted(await waived.carryOut(sale));
    const kept = await inserted();
    accepted(await kept.do('term.remove', { term: await term(kept, '000:a.1.2.c'), reason: '不放弃' }));
    await fill(kept);
    accepted(await kept.determine('made'));
    const offered = await kept.proposed('transfer', 'maker', { to: kept.party('outsider'), offerPeriod: '30日' });
    assert.deepEqual(
      (await kept.actView(offered)).answers.map((a) => [a.title, a.asked]),
      [['乙研究所', 'priority']],
    );
  });
  it('takes 60/40, remarks 50/50, refuses shares that sum to 90% [R0-099]', async () => {
    const r = await inserted();
    const agree = (maker: string, institute: string) =>
      r.do('proceeds.agree', {
        base: 'net-income',
        shares: [
          { party: r.party('maker'), share: maker },
          { party: r.party('institute'), share: institute },
        ],
      });
    assert.deepEqual(accepted(await agree('60%', '40%')).warnings, []);
    assert.deepEqual(
      accepted(await agree('50%', '50%')).warnings.map((w) => `${w.refused} ${w.clause}`),
      ['proceeds.below 000:a.1.2.d'],
    );
    assert.deepEqual(refused(await agree('60%', '30%')), ['shares.sum']);
    const outside = { base: 'sales', shares: [{ party: r.party('outsider'), share: '100%' }] };
    assert.deepEqual(refused(await r.do('proceeds.agree', outside)), ['party.not_of_cooperation']);
    const twice = { base: 'sales', shares: ['50%', '50%'].map((share) => ({ party: r.party('maker'), share })) };
    assert.deepEqual(refused(await r.do('proceeds.agree', twice)), ['party.twice']);
    assert.deepEqual(refused(await r.do('proceeds.agree', { shares: outside.shares })), ['field.required']);
  });
  it('lets the institute publish and use for research under e), and forbids commercial use: 403 [R0-100]', async () => {
    const r = await inserted();
    await fill(r);
    accepted(await r.determine('made'));
    accepted(await r.carryOut(await r.proposed('publish', 'institute', { purpose: 'academic' })));
    accepted(await r.carryOut(await r.proposed('implement', 'institute', { purpose: 'non-commercial' })));
    for (const act of ['publish', 'implement']) {
      const result = await r.propose(act, 'institute', { purpose: 'commercial' });
      assert.deepEqual([refused(result), clausesOf(result)], [['act.academic_only'], ['000:a.1.2.e']]);
      assert.equal(statusOf('act.academic_only'), 403);
    }
    assert.deepEqual(refused(await r.propose('transfer', 'institute', { to: r.party('outsider') })), ['act.not_an_owner']);
  });
  it('cannot be determined while its clauses contradict each other, or name a side that is not there', async () => {
    const both = await inserted();
    accepted(await both.template('A.2.1'));
    await fill(both);
    assert.deepEqual(refused(await both.determine('made')), ['ownership.terms_contradict']);
    const nobody = await rights().opened({ parties: ['institute', 'university'] });
    accepted(await nobody.template('A.2.2'));
    await fill(nobody);
    assert.deepEqual(refused(await nobody.determine('made')), ['ownership.side_empty']);
    const alone = await rights().opened({ mode: 'commissioned', parties: ['maker', 'startup'], completing: 'maker' });
    const result = await alone.determine('made');
    assert.deepEqual([refused(result), clausesOf(result)], [['ownership.side_empty'], ['000:a.2.1']]);
  });
});

describe('附录 A.2：委托研发成果的归属', () => {
  const commissioned = { mode: 'commissioned', parties: ['maker', 'institute'] };
  it('gives the rights to the institute without a clause, and offers them to the enterprise first [R0-101]', async () => {
    const r = await rights().byDefault('made', commissioned);
    assert.deepEqual(await r.owners(), ['乙研究所']);
    const suggested = (await r.page()).mayDo[r.root]!.find((m) => m.command === 'act.propose')!.suggestion;
    assert.equal(suggested.offerPeriod, '30日');
    const unstated = await r.propose('transfer', 'institute', { to: r.party('outsider') });
    assert.deepEqual([refused(unstated), clausesOf(unstated)], [['priority.period_unknown'], ['000:a.2.1']]);
    const sale = await r.proposed('transfer', 'institute', { to: r.party('outsider'), offerPeriod: '30日' });
    const duty = (await r.page()).duties.find((d) => d.duty === 'priority.answer')!;
    assert.deepEqual([duty.owner, duty.dueOn, duty.clauses], ['企业代表', '2026-04-01', ['000:a.2.1']]);
    const early = await r.carryOut(sale);
    assert.deepEqual([refused(early), clausesOf(early)], [['priority.open'], ['000:a.2.1']]);
    accepted(await r.try('for-maker', 'priority.answer', sale, { takes: true }));
    accepted(await r.carryOut(sale));
    assert.deepEqual(await r.owners(), ['甲医药公司']);
  });
  it('goes to the buyer where the enterprise declines or lets the time pass, and not to an enterprise that answers too late', async () => {
    const declined = await rights().byDefault('made', commissioned);
    const sale = await declined.proposed('transfer', 'institute', { to: declined.party('outsider'), offerPeriod: '30日' });
    assert.deepEqual(refused(await declined.try('for-institute', 'priority.answer', sale, { takes: true })), ['priority.not_asked']);
    assert.deepEqual(saidBefore(await declined.page('for-institute'), sale, 'priority.answer'), ['priority.not_asked']);
    accepted(await declined.try('for-maker', 'priority.answer', sale, { takes: false }));
    accepted(await declined.carryOut(sale));
    const silent = await rights().byDefault('made', commissioned);
    const other = await silent.proposed('transfer', 'institute', { to: silent.party('outsider'), offerPeriod: '30日' });
    h.today('2026-04-02');
    assert.deepEqual(refused(await silent.try('for-maker', 'priority.answer', other, { takes: true })), ['priority.too_late']);
    accepted(await silent.carryOut(other));
    assert.deepEqual([await declined.owners(), await silent.owners()], [['丁公司'], ['丁公司']]);
    h.today('2026-03-02');
  });
  it('gives application and use to the enterprise as two things under A.2.2, remarks 50%, allows academic use [R0-102]', async () => {
    const r = await rights().opened(commissioned);
    accepted(await r.template('A.2.2'));
    for (const line of (await r.view()).resources)
      accepted(await r.do('resource.fill', { resource: line.id, quantity: '500万元', dueOn: '2026-06-30' }));
    accepted(await r.determine('made'));
    const view = await r.view();
    assert.deepEqual([view.applicationRight, view.useRight, await r.owners()], ['enterprise', 'enterprise', ['甲医药公司']]);
    accepted(await r.carryOut(await r.proposed('publish', 'institute', { purpose: 'academic' })));
    const half = ['maker', 'institute'].map((p) => ({ party: r.party(p), share: '50%' }));
    const result = accepted(await r.do('proceeds.agree', { base: 'net-income', shares: half }));
    assert.deepEqual(
      result.warnings.map((w) => `${w.refused} ${w.clause}`),
      ['proceeds.below 000:a.2.2.d'],
    );
    assert.equal((await r.view()).terms.length, 5);
  });
});
