import { found } from '../../packages/capabilities/institution/founding.ts';
import type { Ask } from '../../packages/engine/ask.ts';
import type { ReviewView } from '../../packages/instruments/review-route/view.ts';
import { type TestHouse, testHouse } from './house.ts';
import { Packs, plainPack } from './packs.ts';
import { PlainDeal, plain } from './plain.ts';

const people = {
  ...plain.people,
  head: {
    name: '心内科主任',
    unit: '心内科',
    roles: [],
    post: { title: '心内科主任', leader: 'chief-of-unit', from: '2020-01-01' },
  },
  vice: { name: '分管院长', unit: '院领导', roles: [], post: { title: '分管院长', leader: 'deputy', from: '2020-01-01' } },
  expert: { name: '专家甲', unit: '研究所', roles: [] },
  another: { name: '专家乙', unit: '研究所', roles: [] },
  finance2: { name: '财务主管', unit: '财务处', roles: ['FA'] },
  legal2: { name: '法务主管', unit: '法务部', roles: ['LD'] },
  research: { name: '科研处长', unit: '科研处', roles: ['RM'] },
  tto2: { name: '另一位技术经理人', unit: '转化办', roles: ['TT'] },
  /** Holds the role of finance, and is of the team. */
  both: { name: '财务处的完成人', unit: '财务处', roles: ['FA', 'CT'] },
} as const;

const route = (countersign: string): string => `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          countersign: { title: 会签, does: review-route, after: [pricing], with: ${countersign} }
          contract: { title: 签订合同, does: contract, after: [countersign] }`;

/** How the routes of the tests ask for opinions, each the whole difference between two packs. */
const reviews = {
  /** Its awards too are approved by two reviews, one after the other. */
  side: '{ reviewers: [LD, FA] }',
  any: '{ reviewers: [LD, FA], quorum: any }',
  most: '{ reviewers: [LD, FA, RM, DI, DM], quorum: 3 of 5 }',
  staged: `{ stages: {
            unit: { title: 院系, reviewers: [unit:of-project-leader] },
            offices: { title: 职能部门, reviewers: [LD, FA, RM], quorum: 2 of 3, after: [unit] },
            experts: { title: 专家, reviewers: [body:experts], after: [unit] },
            leaders: { title: 院领导, reviewers: [post:分管院长], after: [offices, experts] } } }`,
  named: '{ reviewers: [person:expert] }',
} as const;
export type ReviewName = keyof typeof reviews;

/** One deal at an institution whose route asks for opinions in the named way. */
export class ReviewDeal extends PlainDeal {
  at = '';
  /** Priced, so that the countersigning's turn has come. */
  async sent(team: readonly string[] = ['first']): Promise<this> {
    await this.priced({ team, price: '1000000.00' });
    this.at = await this.step('countersign');
    return this;
  }
  /** Sends a command to the review as it is now. */
  async ask(login: string, command: string, input: object = {}, more: Partial<Ask> = {}) {
    return await this.try(login, command, await this.step('countersign'), input, more);
  }
  /** Signed, paid, divided and checked, so that the award waits for its approval. */
  async awarded(): Promise<this> {
    await this.sent();
    await this.say('legal', 'LD');
    await this.say('finance', 'FA');
    const contract = await this.step('contract');
    const paper = await this.paper('tto', contract, 'agreement', '合同');
    await this.send('dean', 'contract.sign', contract, { title: '合同', price: '1000000.00', paper });
    const [amount, receivedOn] = ['1000000.00', await this.today()];
    const income = { amount, receivedOn, bookedTo: 'unit', budgetLine: '转化收入' };
    this.receipt = (await this.send('finance', 'income.book', this.conversion, income)).case;
    await this.send('finance', 'net.compute', this.receipt, { deductions: [] });
    this.dividing = await this.child('distribution');
    await this.propose({ contributors: '70%' });
    await this.confirmed({ first: '100%' });
    await this.send('finance', 'leaders.check', this.dividing, { measures: [] });
    return this;
  }
  say(login: string, reviewer: string, more: object = {}) {
    return this.ask(login, 'opinion.give', { reviewer, agreed: true, ...more });
  }
  async view(login = 'tto'): Promise<ReviewView> {
    const page = await this.house.page(this.who.as(login), this.conversion);
    return page!.panels[await this.step('countersign')] as ReviewView;
  }
  /** Each opinion that stands, as `stage reviewer state`. */
  async states(): Promise<string[]> {
    return (await this.view()).stages.flatMap((s) => s.opinions.map((o) => `${s.id} ${o.reviewer} ${o.state}`));
  }
  async stateOf(id: string): Promise<string> {
    const page = (await this.house.page(this.who.as('tto'), this.conversion))!;
    const c = page.cases.find((x) => x.id === id)!;
    return c.withdrawn ? `${c.state}, withdrawn` : c.state;
  }
  /** What the matter waits for, and whose it is. */
  async owed(): Promise<string[]> {
    const page = (await this.house.page(this.who.as('tto'), this.conversion))!;
    const owed = page.duties.filter((d) => d.unblocked).map((d) => `${d.duty} ${d.ownerRole ?? d.owner}`);
    return owed.sort(); // duties of one command have no order
  }
}

/** An award approved by finance, and then by the leaders. */
const approval = (id: string): Readonly<Record<string, string>> => ({
  [`${id}/3-approval.yaml`]: `clause: "${id}:approval"
title: 分配的审批
force: must
text: 分配方案由财务部门审核后，由院领导会签。
answers:
  - rule: award-approval
    versions:
      - from: 2025-01-01
        source: 审批一条
        value:
          finance: { title: 财务审核, does: review-route, with: { reviewers: [FA] } }
          leaders: { title: 院领导会签, does: review-route, after: [finance], with: { reviewers: [DM] } }
`,
  [`${id}/3-approval.examples.yaml`]: `- name: 先财务后领导
  rule: award-approval
  given: { mode: transfer }
  on: 2026-03-02
  is: [finance, leaders]
`,
});

export type ReviewHouse = TestHouse & { readonly deal: (name: ReviewName) => Promise<ReviewDeal> };

/** One institution for each way of asking, founded when a test wants it. */
export async function reviewHouse(): Promise<ReviewHouse> {
  const packs = new Packs();
  for (const [name, settings] of Object.entries(reviews)) {
    const files = { ...plainPack({ id: name, steps: route(settings) }), ...(name === 'side' ? approval(name) : {}) };
    for (const [path, text] of Object.entries(files)) packs.write(path, text);
  }
  const house = await testHouse({ packs: packs.folder });
  const founded = new Map<string, Promise<ReviewDeal['who']>>();
  const institution = (name: ReviewName): Promise<ReviewDeal['who']> => {
    const { adoptions, bodies } = plain;
    const founding = found(house.engine, {
      ...plain,
      people,
      bodies: { ...bodies, experts: { title: '专家委员会', seats: ['expert', 'another'] } },
      adoptions: [...adoptions.filter((a) => a.text !== 'plain'), { text: name, from: '2025-01-01', basis: '本院办法' }],
    });
    founded.set(name, founding);
    return founding;
  };
  return {
    ...house,
    deal: async (name) => new ReviewDeal(house, await (founded.get(name) ?? institution(name))),
    close: async () => {
      await house.close();
      packs.remove();
    },
  };
}
