import { chaoyang, shifan } from '../../demonstration/cast.ts';
import { chaoyangDeal } from '../../demonstration/chaoyang-deal.ts';
import { Deal } from '../../demonstration/deal.ts';
import { ScriptClock } from '../../demonstration/script-clock.ts';
import { shifanFinished, shifanRunning } from '../../demonstration/shifan-deal.ts';
import { shifanPlanApproved } from '../../demonstration/shifan-plan.ts';
import { documentWriter } from '../../packages/adapters/documents/writer.ts';
import { type Founded, found } from '../../packages/capabilities/institution/founding.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { renderDocument } from '../../packages/engine/render.ts';
import { addDays, type Day } from '../../packages/kernel/day.ts';
import { type TestHouse, testHouse } from './house.ts';

export type FullHouse = TestHouse & { readonly cy: Founded; readonly sh: Founded; readonly running: Deal };

/** Both institutions of the demonstration with their deals, and in both what the demonstration leaves out: no table of theirs is empty. */
export async function fullHouse(today: Day = '2026-06-01'): Promise<FullHouse> {
  const clock = new ScriptClock(today);
  const house = await testHouse({ clock });
  clock.to(addDays(today, -100));
  const [cy, sh] = [await found(house.engine, chaoyang), await found(house.engine, shifan)];
  await chaoyangDeal(new Deal(house.engine, cy), clock, today);
  await shifanFinished(new Deal(house.engine, sh), clock, today);
  await shifanPlanApproved(new Deal(house.engine, sh), clock, today);
  const running = new Deal(house.engine, sh);
  await shifanRunning(running, clock, today);
  await whatIsLeftOut(running, 'sh');
  await reviewed(running);
  const recorded = { decidedBy: '财务处', on: today };
  await running.send('sh-tto', 'opinion.give', await running.step('countersign'), { reviewer: 'FA', agreed: true }, { recorded });
  const another = new Deal(house.engine, cy);
  await anotherDeal(another);
  await whatIsLeftOut(another, 'cy');
  for (const who of [cy, sh]) {
    await house.see(who.as(who === cy ? 'cy-tto' : 'sh-tto'), async () => undefined);
    const document = await lookAt(house.engine.database, who.id, (db) =>
      db.selectFrom('document').orderBy('id').limit(1).select('id').executeTakeFirstOrThrow(),
    );
    await renderDocument(house.engine, documentWriter, { document: document.id, institution: who.id });
  }
  return { ...house, cy, sh, running };
}

/** A named objection, a correction, and evidence of diligence; with a key, so that the answer is kept. */
async function whatIsLeftOut(d: Deal, of: 'cy' | 'sh'): Promise<void> {
  const [tto, audit] = [`${of}-tto`, `${of}-audit`];
  const today = d.engine.clock.now().slice(0, 10);
  const notice = await d.step(of === 'cy' ? 'hospital-notice' : 'unit-notice');
  const said = { channel: 'letter', receivedOn: today, content: '价格偏低', handler: d.who.people[audit] };
  await d.send(audit, 'objection.receive', notice, { ...said, anonymous: false, name: '来信人', contact: '010-0000' });
  const pricing = await d.step('pricing');
  const correction = { table: 'pricing', row: pricing, field: 'price', value: '1800001.00', reason: '笔误' };
  await d.send(tto, 'correction.ask', pricing, correction, { key: `correction ${of}` });
  const paper = await d.paper(audit, d.conversion, 'report', '监督材料');
  await d.send(audit, 'care.file', d.conversion, { element: 'supervision', paper });
}

/** One of each that a countersigning can know: somebody added, his opinion handed over, a view asked for, a reminder. */
async function reviewed(d: Deal): Promise<void> {
  const at = await d.step('countersign');
  const { people } = d.who;
  await d.send('sh-finance', 'reviewer.add', at, { reviewer: 'DM', place: 'beside' });
  await d.send('sh-dean', 'opinion.hand-over', at, { reviewer: 'DM', to: people['sh-vice'], reason: '分管' });
  await d.send('sh-finance', 'counsel.ask', at, { reviewer: 'FA', person: people['sh-legal'], question: '付款条件？' });
  await d.send('sh-legal', 'counsel.give', at, { words: '可行' });
  await d.send('sh-tto', 'review.remind', at, {});
  await d.send('sh-vice', 'opinion.give', at, { reviewer: 'DM', agreed: true });
}

/** A second conversion at 朝阳, with its committee’s decision recorded without a paper. */
async function anotherDeal(d: Deal): Promise<void> {
  const { people, parties } = d.who;
  const disclosed = await d.send('cy-inventor', 'achievement.disclose', undefined, {
    title: '第二项成果',
    kind: 'reagent',
    summary: '测试',
    contributors: [{ person: people['cy-inventor'], main: true }],
    rights: [{ kind: 'secret', title: '工艺' }],
  });
  await d.send('cy-tto', 'achievement.register', disclosed.case, {});
  const partners = [{ party: parties.scientists, kind: 'scientist' }];
  const opening = { achievements: [disclosed.made.achievement], mode: 'transfer', counterparty: parties.buyer, partners };
  d.conversion = (await d.send('cy-tto', 'conversion.open', undefined, opening)).case;
  const pricing = await d.step('pricing');
  await d.send('cy-tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
  await d.send('cy-tto', 'price.set', pricing, { method: 'agreed', price: '1800000.00', grounds: '协商' });
  const on = d.engine.clock.now().slice(0, 10);
  for (const step of ['committee', 'office-meeting', 'party-committee']) {
    const minutes = await d.paper('cy-secretary', await d.step(step), 'minutes', step);
    const present = chaoyang.bodies[step]!.seats.filter((p) => p !== 'cy-inventor').map((p) => people[p]);
    const input = { result: 'passed', present, recused: [], votes: 'not-in-minutes', minutesNumber: step, minutes };
    const recorded = { decidedBy: step, on, ...(step === 'committee' ? {} : { paper: minutes }) };
    await d.send('cy-secretary', 'resolution.decide', await d.step(step), input, { recorded });
  }
  await d.send('cy-tto', 'notice.publish', await d.step('hospital-notice'), { location: '公告栏', channel: '科创中心' });
}
