import { lookAt } from '../../packages/engine/database.ts';
import { accepted } from './house.ts';
import { plainPack } from './packs.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from './plain.ts';

const steps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          countersign: { title: 会签, does: review-route, after: [pricing], with: { reviewers: [LD] } }
          notice: { title: 院内公示, does: public-notice, after: [pricing], with: { about: price, place: in-unit } }
          contract: { title: 签订合同, does: contract, after: [countersign, notice] }`;

/** A house whose prices are published for 15 days while they are countersigned. */
export const noticeHouse = (): Promise<PlainHouse> =>
  plainHouse({
    founding: { ...plain, adoptions: [...plain.adoptions, { text: 'gf-2016-16', from: '2016-02-26', basis: '同上' }] },
    packs: plainPack({ steps }),
  });
export const notice = { location: '公告栏', channel: '纪检室' };
/** Priced by agreement, countersigned, and its notice running since 2026-03-02. */
export async function noticed(h: PlainHouse, price = '100000.00'): Promise<PlainDeal> {
  h.today('2026-03-02');
  const d = await h.deal().priced({ method: 'agreed', price });
  await d.send('legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true });
  await d.send('tto', 'notice.publish', await d.step('notice'), notice);
  return d;
}

/** What is to be corrected: a field of a row, in the case that the row belongs to. */
export type Target = { readonly on: string; readonly table: string; readonly row: string; readonly field: string };
export async function priceOf(d: PlainDeal): Promise<Target> {
  const on = await d.step('pricing');
  return { on, table: 'pricing', row: on, field: 'price' };
}
export async function receiptOf(d: PlainDeal, field = 'amount'): Promise<Target> {
  const { id: row } = await lookAt(d.engine.database, d.who.id, (db) =>
    db.selectFrom('receipt').where('case_id', '=', d.receipt).select('id').executeTakeFirstOrThrow(),
  );
  return { on: d.receipt, table: 'receipt', row, field };
}

export const ask = (d: PlainDeal, { on, ...target }: Target, value: string) =>
  d.try('tto', 'correction.ask', on, { ...target, value, reason: '原来记错' });
/** Asked for by the transfer office; the correction’s id. */
export async function asked(d: PlainDeal, t: Target, value: string): Promise<string> {
  accepted(await ask(d, t, value));
  const { id } = await lookAt(d.engine.database, d.who.id, (db) =>
    db
      .selectFrom('correction')
      .where('case_id', '=', t.on)
      .where('new_value', '=', value)
      .orderBy('id', 'desc')
      .limit(1)
      .select('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}
export const decide = (d: PlainDeal, t: Target, correction: string, o: { readonly approve: boolean; readonly by?: string }) =>
  d.try(o.by ?? 'audit', 'correction.decide', t.on, { correction, approve: o.approve });
export const corrected = async (d: PlainDeal, t: Target, value: string) =>
  accepted(await decide(d, t, await asked(d, t, value), { approve: true }));
