import type { Deal } from '../../demonstration/deal.ts';
import { type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { type TestHouse, type TestHouseOptions, testHouse } from './house.ts';
import { HouseDeal } from './house-deal.ts';
import { Packs, plainPack } from './packs.ts';

/** 简明医院: four who made the achievement, and one of each office. */
export const plain: Founding = {
  title: '简明医院（测试）',
  short: '简明医院',
  kind: 'hospital',
  since: '2020-01-01',
  people: {
    first: { name: '第一完成人', unit: '心内科', roles: ['CT'] },
    second: { name: '第二完成人', unit: '心内科', roles: ['CT'] },
    third: { name: '第三完成人', unit: '医工部', roles: ['CT'] },
    fourth: { name: '第四完成人', unit: '医工部', roles: ['CT'] },
    tto: { name: '技术经理人', unit: '转化办', roles: ['TT'] },
    dean: {
      name: '院长',
      unit: '院领导',
      roles: ['DM', 'SR'],
      post: { title: '院长', leader: 'chief-of-institution', from: '2020-01-01', to: '2026-06-30' },
    },
    secretary: { name: '会议秘书', unit: '院办', roles: ['MS'] },
    research: { name: '科研管理员', unit: '科研处', roles: ['RM'] },
    finance: { name: '财务经办', unit: '财务处', roles: ['FA'] },
    legal: { name: '法务专员', unit: '法务部', roles: ['LD'] },
    audit: { name: '纪检监察员', unit: '纪检室', roles: ['DI'] },
    admin: { name: '系统管理员', unit: '信息中心', roles: ['SA'] },
    stranger: { name: '与此无关的医生', unit: '骨科', roles: ['CT'] },
  },
  bodies: { meeting: { title: '院长办公会', seats: ['dean', 'finance', 'legal'] } },
  parties: {
    buyer: { title: '受让公司', kind: 'enterprise' },
    'state-buyer': { title: '国有受让公司', kind: 'enterprise', stateOwnedShare: '100%' },
  },
  adoptions: [
    { text: 'cn-conversion-law', from: '2015-10-01', basis: '公立医院' },
    { text: '004', from: '2024-12-20', to: '2029-12-19', basis: '第三条' },
    { text: 'plain', from: '2025-01-01', basis: '本院办法' },
  ],
};

export const clear = { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false };
type Way = {
  readonly price?: string;
  readonly method?: string;
  /** A party by the name the founding uses, or by its id. */
  readonly counterparty?: string;
  readonly team?: readonly string[];
  readonly title?: string;
  readonly mode?: string;
};

/** One conversion at 简明医院, driven by whoever holds the role. */
export class PlainDeal extends HouseDeal {
  receipt = '';
  dividing = '';
  /** Disclosed, registered and opened. */
  async opened({ team = ['first'], title = '封堵器', counterparty = 'buyer', mode = 'transfer' }: Way = {}): Promise<this> {
    const disclosed = await this.send('first', 'achievement.disclose', undefined, {
      title,
      kind: 'device',
      summary: '测试',
      contributors: team.map((p, i) => ({ person: this.who.people[p], main: i === 0 })),
      rights: [],
    });
    await this.send('tto', 'achievement.register', disclosed.case, {});
    const input = {
      achievements: [disclosed.made.achievement],
      mode,
      counterparty: this.who.parties[counterparty] ?? counterparty,
      partners: [],
    };
    this.conversion = (await this.send('tto', 'conversion.open', undefined, input)).case;
    return this;
  }
  /** Opened, checked, and the price set: by default not agreed but listed, which the law wants no notice of. */
  async priced(way: Way = {}): Promise<this> {
    await this.opened(way);
    const pricing = await this.step('pricing');
    await this.send('tto', 'disposal.check', pricing, clear);
    await this.send('dean', 'appraisal.decide', pricing, { appraise: false, words: '有可比交易' });
    const { method = 'listed', price = '10000000.00' } = way;
    await this.send('tto', 'price.set', pricing, { method, price, grounds: '测试' });
    return this;
  }
  async signed(way: Way = {}): Promise<this> {
    await this.priced(way);
    return await this.sign(way.price ?? '10000000.00');
  }
  async sign(price: string): Promise<this> {
    const contract = await this.step('contract');
    const paper = await this.paper('tto', contract, 'agreement', '合同');
    await this.send('dean', 'contract.sign', contract, { title: '转让合同', price, paper });
    return this;
  }
  /** Money in and net income computed; the distribution that this raises is `dividing`. */
  async received(amount: string, deductions: readonly object[] = [], way: Way = {}): Promise<this> {
    await this.signed({ price: amount, ...way });
    return await this.income(amount, deductions);
  }
  async income(amount: string, deductions: readonly object[] = []): Promise<this> {
    const booked = await this.send('finance', 'income.book', this.conversion, {
      amount,
      receivedOn: await this.today(),
      bookedTo: 'unit',
      budgetLine: '成果转化收入',
    });
    this.receipt = booked.case;
    await this.send('finance', 'net.compute', this.receipt, { deductions });
    this.dividing = await this.child('distribution');
    return this;
  }
  async today(): Promise<string> {
    return this.engine.clock.now().slice(0, 10);
  }
  propose(shares: Readonly<Record<string, string>>, more: object = {}): Promise<Result> {
    const all = Object.entries({ tto: '0%', 'tto-staff': '0%', ...shares }).map(([part, share]) => ({ part, share }));
    return this.try('tto', 'split.propose', this.dividing, { shares: all, remainderUse: 'rnd', ...more });
  }
  /** The team divides and confirms, leaders are checked, finance agrees, and the list goes to payroll. */
  async handedOver(shares: Readonly<Record<string, string>> = { first: '100%' }): Promise<this> {
    await this.confirmed(shares);
    await this.send('finance', 'leaders.check', this.dividing, { measures: [] });
    await this.send('finance', 'opinion.give', await this.step('finance', this.dividing), { reviewer: 'FA', agreed: true });
    await this.send('finance', 'award.hand-over', this.dividing, {});
    return this;
  }
  async confirmed(shares: Readonly<Record<string, string>>): Promise<this> {
    const agreement = await this.child('split-agreement');
    const lines = Object.entries(shares).map(([p, share]) => ({ person: this.who.people[p], share }));
    await this.send('first', 'shares.propose', agreement, { shares: lines });
    for (const p of Object.keys(shares)) await this.send(p, 'share.confirm', agreement, {});
    return this;
  }
}

export type PlainHouse = TestHouse & { readonly packs: Packs; readonly who: Deal['who']; readonly deal: () => PlainDeal };

type PlainOptions = Omit<TestHouseOptions, 'packs'> & {
  readonly founding?: Founding;
  readonly packs?: Readonly<Record<string, string>>;
  /** Founded already, in the database that `url` names. */
  readonly who?: Deal['who'];
};

/** A house with 简明医院 founded in it, on 2026-03-02 unless said otherwise. */
export async function plainHouse({ founding = plain, packs: own, who: known, ...rest }: PlainOptions = {}): Promise<PlainHouse> {
  const packs = new Packs({ ...plainPack(), ...own });
  const house = await testHouse({ packs: packs.folder, ...rest });
  const who = known ?? (await found(house.engine, founding));
  return {
    ...house,
    packs,
    who,
    deal: () => new PlainDeal(house, who),
    close: async () => {
      await house.close();
      packs.remove();
    },
  };
}
