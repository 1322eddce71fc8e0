import { type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { PlainDeal, type PlainHouse, plain, plainHouse } from './plain.ts';

/** 简明医院's steps and approval, and nothing of its own on the division: another text decides that. */
const silent = {
  'plain/2-split.yaml': 'clause: "plain:split"\ntitle: 收益分配\nforce: may\ntext: 另行规定。\n',
  'plain/2-split.examples.yaml': '[]\n',
};
export type Shares = Readonly<Record<string, string>>;
type Adoptions = Founding['adoptions'];

/** A deal whose shares are proposed part by part, as its institution's own text names them. */
export class SplitDeal extends PlainDeal {
  override propose(shares: Shares, more: object = {}): Promise<Result> {
    const input = { shares: Object.entries(shares).map(([part, share]) => ({ part, share })), remainderUse: 'rnd', ...more };
    return this.try('tto', 'split.propose', this.dividing, input);
  }
  /** Proposes and takes it back, so that another can be tried. */
  async tried(shares: Shares): Promise<Result> {
    const result = await this.propose(shares);
    if (result.accepted) await this.send('tto', 'split.withdraw', this.dividing, { reason: '另拟' });
    return result;
  }
}
export type SplitHouse = PlainHouse & { readonly at: (title: string, adoptions: Adoptions) => Promise<SplitDeal> };

/** A house whose institutions have 简明医院's steps and divide by other texts. */
export async function splitHouse(): Promise<SplitHouse> {
  const house = await plainHouse({ packs: silent });
  return {
    ...house,
    at: async (title, adoptions) => new SplitDeal(house, await found(house.engine, { ...plain, title, short: title, adoptions })),
  };
}
/** Adopted since the beginning of 2025. */
export const adopting = (...texts: readonly string[]): Adoptions => texts.map((text) => ({ text, from: '2025-01-01', basis: '测试' }));
