import type { Founding } from '../../packages/capabilities/institution/founding.ts';
import { HouseDeal } from './house-deal.ts';
import { plain } from './plain.ts';

/** The people of 简明医院 at an institution that has adopted other texts and has other bodies. */
export const institutionOf = (text: string, bodies: readonly string[], people: Founding['people'] = {}): Founding => ({
  ...plain,
  title: `${text}（测试）`,
  short: text,
  people: { ...plain.people, ...people },
  bodies: Object.fromEntries(bodies.map((b) => [b, { title: b, seats: ['dean', 'finance', 'legal'] }])),
  adoptions: [
    { text: 'cn-conversion-law', from: '2015-10-01', basis: '测试' },
    { text, from: '2020-01-01', basis: '测试' },
  ],
});

const head = (unit: string) => ({
  name: `${unit}负责人`,
  unit,
  roles: [],
  post: { title: `${unit}负责人`, leader: 'chief-of-unit' as const, from: '2020-01-01' },
});
const seats = ['dean', 'finance', 'legal'];
/** 北京大学's chain of approval, with contributors of two departments and the head of each. */
export const pku: Founding = {
  ...institutionOf('pku', [], {
    first: { name: '第一完成人', unit: '计算机所', roles: ['CT'] },
    second: { name: '第二完成人', unit: '化学院', roles: ['CT'] },
    computing: head('计算机所'),
    chemistry: head('化学院'),
  }),
  title: '北京大学（测试）',
  short: '北京大学',
  bodies: { 'leading-group': { title: '学校领导小组', seats }, 'standing-committee': { title: '党委常委会', seats } },
};

type Pricing = { readonly mode?: string; readonly team?: readonly string[]; readonly step: string; readonly title?: string };

/** One conversion driven at such an institution. */
export class Way extends HouseDeal {
  async opened(o: Omit<Pricing, 'step'> = {}): Promise<this> {
    const disclosed = await this.send('first', 'achievement.disclose', undefined, {
      title: o.title ?? '中文字库',
      kind: 'software',
      summary: '测试',
      contributors: (o.team ?? ['first']).map((p, i) => ({ person: this.who.people[p], main: i === 0 })),
      rights: [],
    });
    await this.send('tto', 'achievement.register', disclosed.case, {});
    const { parties } = this.who;
    const input = { achievements: [disclosed.made.achievement], mode: o.mode ?? 'transfer', counterparty: parties.buyer, partners: [] };
    this.conversion = (await this.send('tto', 'conversion.open', undefined, input)).case;
    return this;
  }
  async priced(price: string, o: Pricing): Promise<this> {
    await this.opened(o);
    const pricing = await this.step(o.step);
    await this.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await this.send('tto', 'price.set', pricing, { method: 'listed', price, grounds: '测试' });
    return this;
  }
  async steps(): Promise<string[]> {
    return (await this.page()).steps.filter((s) => s.case_id === this.conversion).map((s) => `${s.step} ${s.state}`);
  }
}
