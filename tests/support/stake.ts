import assert from 'node:assert/strict';
import type { StakeView } from '../../packages/capabilities/stake/view.ts';
import type { Ask, Result } from '../../packages/engine/ask.ts';
import { plainPack } from './packs.ts';
import { PlainDeal } from './plain.ts';

/** 简明医院's own text on shares: the team's part, and the hospital's holding as what remains. */
export const stakePack = (id = 'plain'): Readonly<Record<string, string>> => ({
  [`${id}/4-stake.yaml`]: `clause: "${id}:stake"
title: 股权分配
force: must
text: 作价投资取得的股份分为完成人团队股份和医院持股。
answers:
  - rule: distribution-parts
    when: { mode: [equity] }
    versions:
      - from: 2025-01-01
        source: 股权一条
        value:
          base: stake
          parts:
            contributors: { title: 完成人团队股份, to: persons, counts: contributor-reward }
            hospital: { title: 医院持股, to: institution, remainder: yes }
`,
  [`${id}/4-stake.examples.yaml`]: `- name: 两部分
  rule: distribution-parts
  given: { mode: equity }
  on: 2026-03-02
  is: contributors + hospital
`,
});
/** A text that has steps and an approval, and says nothing of who gets what: another text does. */
export function waysPack(id: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(plainPack({ id })).filter(([path]) => !path.includes('2-split')));
}

type Acquired = {
  readonly team?: readonly string[];
  readonly title?: string;
  readonly value?: string;
  readonly share?: string;
};
/** A conversion by investment, from the contract to the cap table. */
export class StakeDeal extends PlainDeal {
  stake = '';
  /** The company's articles, filed once. */
  articles: string | undefined;
  async contracted({ team = ['first', 'second'], title = '封堵器', value = '10000000.00' }: Acquired = {}): Promise<this> {
    return await this.signed({ mode: 'equity', team, title, price: value });
  }
  async entering(more: object = {}, by = 'finance'): Promise<Result> {
    this.stake = await this.child('stake');
    this.articles ??= await this.paper('finance', this.conversion, 'scan', '公司章程');
    const paper = this.articles;
    const input = { company: this.who.parties.buyer, value: '10000000.00', share: '40%', acquiredOn: await this.today(), paper, ...more };
    return await this.try(by, 'stake.enter', this.stake, input);
  }
  async acquired(way: Acquired = {}): Promise<this> {
    await this.contracted(way);
    const entered = await this.entering({ value: way.value ?? '10000000.00', share: way.share ?? '40%' });
    assert.ok(entered.accepted, JSON.stringify(entered));
    return this;
  }
  offer(shares: Readonly<Record<string, string>>, more: object = {}): Promise<Result> {
    const all = Object.entries(shares).map(([part, share]) => ({ part, share }));
    return this.try('tto', 'stake.propose', this.stake, { shares: all, staff: [], apart: [], ...more });
  }
  /** Proposed, agreed by the team, checked, and approved by finance: what is left is the allocation. */
  async approved(shares: Readonly<Record<string, string>>, team: Readonly<Record<string, string>>, more: object = {}): Promise<this> {
    const offered = await this.offer(shares, more);
    assert.ok(offered.accepted, JSON.stringify(offered));
    await this.confirmed(team);
    await this.send('finance', 'holders.check', this.stake, {});
    await this.send('finance', 'opinion.give', await this.step('finance', this.stake), { reviewer: 'FA', agreed: true });
    return this;
  }
  allocate(by = 'dean', more: Partial<Ask> = {}): Promise<Result> {
    return this.try(by, 'stake.allocate', this.stake, {}, more);
  }
  async view(): Promise<StakeView> {
    const page = await this.house.page(this.who.as('tto'), this.conversion);
    return page!.panels[this.stake] as StakeView;
  }
  /** The cap table as one reads it: 第一完成人 16.80% 4200000.00. */
  async table(): Promise<string[]> {
    return (await this.view()).holdings.map((x) => `${x.holder} ${x.company} ${x.value}`);
  }
}
