import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lookAt } from '../../packages/engine/database.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { clear, type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { asOwner, changesNothing, isWhole } from '../support/stored.ts';
import { tell, told, toldOnly } from '../support/told.ts';

const steps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          notice: { title: 院内公示, does: public-notice, after: [pricing], with: { about: price, place: in-unit } }
          meeting: { title: 院长办公会, does: resolution, after: [notice], with: { body: meeting } }
          contract: { title: 签订合同, does: contract, after: [meeting] }`;

let h: PlainHouse;
before(async () => {
  const founding = { ...plain, adoptions: [...plain.adoptions, { text: 'gf-2016-16', from: '2016-02-26', basis: '同上' }] };
  h = await plainHouse({ founding, packs: plainPack({ steps }) });
});
after(() => h.close());

async function priced(): Promise<PlainDeal> {
  h.today('2026-03-02');
  return await h.deal().priced({ method: 'agreed', price: '100000.00' });
}
const meeting = (d: PlainDeal, more: object = {}) => ({
  result: 'passed',
  present: [d.who.people.dean, d.who.people.finance],
  recused: [],
  votes: 'counted',
  inFavour: 2,
  ...more,
});
async function minutes(d: PlainDeal): Promise<string> {
  return await d.paper('secretary', await d.step('meeting'), 'minutes', '院长办公会纪要');
}

describe('what is asked for as an act is refused out of order; what is recorded as a fact stands, with a finding', () => {
  it('refuses the meeting before its notice, and takes it recorded from its minutes, with the clause that it does not meet', async () => {
    const d = await priced();
    const on = await d.step('meeting');
    const paper = await minutes(d);
    const input = meeting(d, { minutesNumber: '3号', minutes: paper });
    const t = toldOnly(await changesNothing(h.url, () => d.try('dean', 'resolution.decide', on, input)));
    assert.deepEqual(
      [t.code, t.clauses, t.zh, t.en],
      [
        'step.before',
        ['plain:process'],
        '“院长办公会”之前的步骤还没有完成：院内公示。',
        'Before “院长办公会” these steps are not done yet: 院内公示.',
      ],
    );
    const recorded = { decidedBy: '院长办公会', on: '2026-03-02', paper };
    const result = accepted(await d.try('secretary', 'resolution.decide', on, input, { recorded }));
    assert.deepEqual(result.findings, ['step.before']);

    const page = await d.page();
    assert.equal(page.steps.find((s) => s.step === 'meeting')?.state, 'done', 'the fact stands');
    const [finding] = page.findings;
    assert.deepEqual(
      [finding?.code, finding?.clauses, finding?.case, finding?.ownerRole, finding?.openedOn, finding?.state],
      ['step.before', ['plain:process'], on, 'TT', '2026-03-02', 'open'],
    );
    assert.deepEqual(tell([{ refused: finding!.code, facts: finding!.facts as never }])[0]?.zh, t.zh);
    await isWhole(h.url);
  });

  it('is dated by the day of the fact, and the chain by the day it was entered; who decided and who entered are two columns', async () => {
    const d = await priced();
    const on = await d.step('meeting');
    const paper = await minutes(d);
    const recorded = { decidedBy: '院长办公会', on: '2026-02-20', paper };
    await d.send('secretary', 'resolution.decide', on, meeting(d, { minutesNumber: '2号', minutes: paper }), { recorded });
    const [event] = await asOwner(
      h.url,
      async (c) =>
        (
          await c.query(
            `select actor_id, decided_by, on_day::text, at, body::jsonb ->> 'paper' as paper from event where stream_id = $1 and type = 'resolution.passed'`,
            [on],
          )
        ).rows,
    );
    assert.deepEqual(
      [event.actor_id, event.decided_by, event.on_day, event.paper],
      [d.who.people.secretary, '院长办公会', '2026-02-20', paper],
    );
    assert.equal(event.at.slice(0, 10), '2026-03-02');
    const acted = await asOwner(
      h.url,
      async (c) => (await c.query(`select distinct decided_by from event where command = 'price.set'`)).rows,
    );
    assert.deepEqual(acted, [{ decided_by: null }], 'an act has no other decider');
    const line = (await d.page()).history.find((e) => e.type === 'resolution.passed')!;
    assert.deepEqual([line.actor, line.decidedBy, line.on], ['会议秘书', '院长办公会', '2026-02-20']);
  });

  it('opens a finding where no paper shows what was decided', async () => {
    const d = await priced();
    const on = await d.step('notice');
    const recorded = { decidedBy: '转化办', on: '2026-03-02' };
    const result = accepted(await d.try('tto', 'notice.publish', on, { location: '公告栏', channel: '纪检室' }, { recorded }));
    assert.deepEqual(result.findings, ['recorded.no_paper']);
    const [finding] = (await d.page()).findings;
    const [t] = tell([{ refused: finding!.code, facts: finding!.facts as never }]);
    assert.equal(t?.zh, '代录转化办的决定，没有附上材料。请补交纪要、签字件等，或作出书面说明。');
    assert.equal(
      t?.en,
      'The decision of 转化办 was entered without its paper. File the minutes or the signed sheet, or explain in writing.',
    );
  });

  it('finds a step whose day is before the day of a step it waits for', async () => {
    const d = await priced();
    await d.send('tto', 'notice.publish', await d.step('notice'), { location: '公告栏', channel: '纪检室' });
    h.today('2026-03-20'); // its 15 days ran until 03-17
    const paper = await minutes(d);
    const recorded = { decidedBy: '院长办公会', on: '2026-03-10', paper };
    const input = meeting(d, { minutesNumber: '4号', minutes: paper });
    accepted(await d.try('secretary', 'resolution.decide', await d.step('meeting'), input, { recorded }));
    const [finding, ...others] = (await d.page()).findings;
    const [t] = tell([{ refused: finding!.code, facts: finding!.facts as never }]);
    assert.deepEqual([finding!.clauses, others], [['plain:process'], []]);
    assert.equal(t?.zh, '“院长办公会”的日期（2026-03-10）与“院内公示”（2026-03-17）的先后不合流程。');
    assert.equal(t?.en, 'The day of “院长办公会” (2026-03-10) is out of order with “院内公示” (2026-03-17).');
  });
  it('refuses as an act a step that one after it has overtaken, and takes it recorded with that finding', async () => {
    const d = await priced();
    await d.send('tto', 'notice.publish', await d.step('notice'), { location: '公告栏', channel: '纪检室' });
    h.today('2026-03-20');
    const contract = await d.step('contract');
    const signed = await d.paper('tto', contract, 'agreement', '合同');
    const sign = { title: '转让合同', price: '100000.00', paper: signed };
    const first = { recorded: { decidedBy: '院长', on: '2026-03-19', paper: signed } };
    assert.deepEqual(accepted(await d.try('tto', 'contract.sign', contract, sign, first)).findings, ['step.before']);
    const paper = await minutes(d);
    const input = meeting(d, { minutesNumber: '5号', minutes: paper });
    const on = await d.step('meeting');
    const act = toldOnly(await changesNothing(h.url, () => d.try('dean', 'resolution.decide', on, input)));
    assert.equal(act.zh, '“院长办公会”的日期（2026-03-20）与“签订合同”（2026-03-19）的先后不合流程。');
    const recorded = { decidedBy: '院长办公会', on: '2026-03-20', paper };
    assert.deepEqual(accepted(await d.try('secretary', 'resolution.decide', on, input, { recorded })).findings, ['step.order']);
    const same = { decidedBy: '院长办公会', on: '2026-03-19', paper };
    assert.deepEqual(refused(await d.try('secretary', 'resolution.decide', on, input, { recorded: same })), ['chart.no_place']);
  });

  it('finds every clause that a recorded fact does not meet, each by itself', async () => {
    const d = await priced();
    const on = await d.step('contract');
    const paper = await d.paper('tto', on, 'agreement', '合同');
    const recorded = { decidedBy: '院长', on: '2026-03-02', paper };
    const input = { title: '转让合同', price: '99999.99', paper };
    const act = await d.try('dean', 'contract.sign', on, input);
    assert.deepEqual(
      told(act).map((t) => t.code),
      ['step.before', 'contract.notice_missing', 'contract.price_differs'],
    );
    const result = accepted(await d.try('tto', 'contract.sign', on, input, { recorded }));
    assert.deepEqual(result.findings, ['step.before', 'contract.notice_missing', 'contract.price_differs']);
    assert.deepEqual(Object.fromEntries((await d.page()).findings.map((f) => [f.code, f.clauses])), {
      'step.before': ['plain:process'],
      'contract.notice_missing': ['cn-conversion-law:18.s2', '004:10.p1.s2'],
      'contract.price_differs': ['cn-conversion-law:18.s2', '004:10.p1.s2'],
    });
    assert.equal(await d.state(), 'contracted');
  });

  it('refuses even a recorded fact that is impossible: a day to come, a sum that is not, votes that nobody cast', async () => {
    const d = await priced();
    const on = await d.step('meeting');
    const paper = await minutes(d);
    const record = (input: object, day = '2026-03-02') =>
      changesNothing(h.url, () =>
        d.try('secretary', 'resolution.decide', on, input, { recorded: { decidedBy: '院长办公会', on: day, paper } }),
      );
    const tomorrow = toldOnly(await record(meeting(d), '2026-03-03'));
    assert.deepEqual(
      [tomorrow.code, tomorrow.at, tomorrow.zh, tomorrow.en],
      [
        'recorded.future',
        'recorded.on',
        '代录的是已经发生的事，日期不能晚于今天。',
        'What is entered has happened: its day cannot be after today.',
      ],
    );
    assert.deepEqual(refused(await record(meeting(d, { inFavour: 3 }))), ['resolution.votes_exceed']);
    assert.deepEqual(refused(await record(meeting(d, { recused: [d.who.people.dean] }))), ['resolution.present_and_recused']);
  });

  it('takes no record of what only the person himself may do', async () => {
    const d = await priced();
    const recorded = { decidedBy: '技术经理人', on: '2026-03-02' };
    const t = toldOnly(await d.try('tto', 'conversion.abandon', d.conversion, { reason: '不再转化' }, { recorded }));
    assert.deepEqual(
      [t.code, t.zh, t.en],
      ['recorded.not_recordable', '这一步不能代录，须由本人办理。', 'This step cannot be entered for another.'],
    );
  });
  it('lets nobody record who may only act, and nobody act who may only record', async () => {
    const d = await priced();
    const on = await d.step('meeting');
    const paper = await minutes(d);
    const input = meeting(d, { minutesNumber: '5号', minutes: paper });
    const recorded = { decidedBy: '院长办公会', on: '2026-03-02', paper };
    const act = toldOnly(await d.try('secretary', 'resolution.decide', on, input));
    assert.equal(act.zh, '您的角色（会议秘书）不能办理这一步，权限表第T03行要求代码D。请由有权限的人办理，或由办公室凭材料代录。');
    const record = toldOnly(await d.try('dean', 'resolution.decide', on, input, { recorded }));
    assert.match(record.en, /row T03 of the permission matrix asks for code E\./);
  });
});

describe('a finding is closed by the evidence that was missing, or by an explanation its signer answers for', () => {
  async function found(): Promise<{ d: PlainDeal; on: string; finding: string }> {
    const d = await priced();
    const on = await d.step('notice');
    const recorded = { decidedBy: '转化办', on: '2026-03-02' };
    accepted(await d.try('tto', 'notice.publish', on, { location: '公告栏', channel: '纪检室' }, { recorded }));
    return { d, on, finding: (await d.page()).findings[0]!.id };
  }
  const findingOf = async (d: PlainDeal) => (await d.page()).findings[0]!;

  it('is closed by its paper, which is linked to it and to the event', async () => {
    const { d, on, finding } = await found();
    const paper = await d.paper('tto', on, 'scan', '公示照片');
    const result = accepted(await d.try('tto', 'finding.close', on, { finding, paper }));
    assert.deepEqual(
      result.events.map((e) => e.type),
      ['finding.closed'],
    );
    const closed = await findingOf(d);
    assert.deepEqual(
      [closed.state, closed.closedOn, closed.closedBy, closed.paper, closed.explanation],
      ['closed', '2026-03-02', '技术经理人', paper, null],
    );
    const mentions = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('mention').where('about', '=', paper).where('what', '=', 'event').select('ref').execute(),
    );
    const [event] = result.events;
    assert.deepEqual(
      mentions.map((m) => m.ref),
      [`${event!.stream}/${event!.seq}`],
    );
  });
  it('is closed by an explanation, under the name of who gave it', async () => {
    const { d, on, finding } = await found();
    accepted(await d.try('audit', 'finding.close', on, { finding, explanation: '照片已遗失，由两名见证人书面确认。' }));
    const closed = await findingOf(d);
    assert.deepEqual(
      [closed.state, closed.closedBy, closed.explanation, closed.paper],
      ['closed', '纪检监察员', '照片已遗失，由两名见证人书面确认。', null],
    );
  });
  it('is not closed by nothing, nor twice, nor from another case', async () => {
    const { d, on, finding } = await found();
    const empty = toldOnly(await changesNothing(h.url, () => d.try('tto', 'finding.close', on, { finding })));
    assert.deepEqual([empty.code, empty.at, empty.zh], ['finding.without_cure', 'paper', '请补交材料，或者写明情况并对此负责。']);
    assert.equal(empty.en, 'File the paper, or explain and answer for it.');
    const elsewhere = await d.try('tto', 'finding.close', d.conversion, { finding, explanation: '说明' });
    assert.deepEqual(refused(elsewhere), ['finding.already_closed']);
    accepted(await d.try('tto', 'finding.close', on, { finding, explanation: '说明' }));
    const twice = toldOnly(await changesNothing(h.url, () => d.try('tto', 'finding.close', on, { finding, explanation: '再说明' })));
    assert.deepEqual(
      [twice.code, twice.zh, twice.en],
      ['finding.already_closed', '这个合规缺口已经关闭。', 'This finding is closed already.'],
    );
  });
  it('can still be closed when its case was sent back, though nothing else goes on there', async () => {
    const { d, on, finding } = await found();
    await d.send('tto', 'conversion.return', d.conversion, { step: 'notice', reason: '重新公示' });
    assert.deepEqual(refused(await d.try('tto', 'notice.publish', on, { location: '公告栏', channel: '纪检室' })), ['case.withdrawn']);
    const paper = await d.paper('tto', on, 'scan', '公示照片');
    accepted(await d.try('tto', 'finding.close', on, { finding, paper }));
    assert.equal((await findingOf(d)).state, 'closed');
    await isWhole(h.url);
  });
});

describe('an appraisal that a meeting decided is recorded as the meeting’s decision', () => {
  it('names the meeting as who decided', async () => {
    const d = await h.deal().opened();
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, clear);
    const paper = await d.paper('tto', pricing, 'minutes', '纪要');
    const recorded = { decidedBy: '院长办公会', on: '2026-03-02', paper };
    accepted(await d.try('tto', 'appraisal.decide', pricing, { appraise: false }, { recorded }));
    const panel = (await d.page()).panels[pricing] as { appraise: boolean; appraisalBy: string };
    assert.deepEqual([panel.appraise, panel.appraisalBy], [false, '院长办公会']);
  });
});
