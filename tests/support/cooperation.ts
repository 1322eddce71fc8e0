import { type Founded, type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import type { PlanView } from '../../packages/capabilities/plan-review/view.ts';
import type { Ask, Result } from '../../packages/engine/ask.ts';
import { lookAt, run } from '../../packages/engine/database.ts';
import { must } from '../../packages/engine/must.ts';
import { sha256 } from '../../packages/engine/sha256.ts';
import type { BallotView } from '../../packages/instruments/ballot/view.ts';
import { accepted, type TestHouse, testHouse } from './house.ts';
import { Packs } from './packs.ts';

/** 示范医院, which has adopted 001, 004 and its own rules, and those it works with: a company bound by 001, an institute bound by nothing. */
export const cooperating: Founding = {
  title: '示范医院（测试）',
  short: '示范医院',
  kind: 'hospital',
  since: '2020-01-01',
  people: {
    hospital: { name: '医院代表', unit: '转化办', roles: ['LP'] },
    company: { name: '公司代表', unit: '器械公司', roles: [] },
    institute: { name: '研究所代表', unit: '材料研究所', roles: [] },
    'hospital-chief': { name: '医院分管领导', unit: '院领导', roles: [] },
    'company-chief': { name: '公司分管领导', unit: '器械公司', roles: [] },
    'institute-chief': { name: '研究所分管领导', unit: '材料研究所', roles: [] },
    leader: { name: '项目负责人', unit: '心内科', roles: [] },
    technical: { name: '技术专家', unit: '工程大学', roles: [] },
    second: { name: '第二位技术专家', unit: '工程大学', roles: [] },
    management: { name: '管理专家', unit: '管理学院', roles: [] },
    tto: { name: '技术经理人', unit: '转化办', roles: ['TT'] },
    secretary: { name: '会议秘书', unit: '院办', roles: ['MS'] },
    signatory: { name: '法定代表人', unit: '院领导', roles: ['SR'] },
    stranger: { name: '无关的医生', unit: '骨科', roles: ['CT'] },
  },
  bodies: {},
  parties: {
    hospital: { title: '示范医院', kind: 'hospital', ourselves: true },
    company: { title: '器械公司', kind: 'enterprise' },
    institute: { title: '材料研究所', kind: 'institute' },
  },
  adoptions: [
    { text: '001', from: '2025-01-01', basis: '合作意向书' },
    { text: '004', from: '2024-12-20', to: '2029-12-19', basis: '第三条' },
    { text: 'shifan', from: '2025-01-01', basis: '本院办法' },
    { text: '001', party: 'company', from: '2025-06-01', basis: '公司采用声明' },
  ],
};

type Weights = { readonly hospital: string; readonly company: string; readonly institute: string };
const thirds: Weights = { hospital: '1/3', company: '1/3', institute: '1/3' };
const whole = {
  stagedGoals: [{ name: '实验室小试', due: '2026-09-30', metric: '合格率不低于90%' }],
  overallGoal: '完成可降解封堵器的中试',
};

/** One plan of three parties, driven by whoever holds the role. */
export class Cooperation {
  readonly house: TestHouse;
  readonly who: Founded;
  plan = '';
  ballot = '';
  constructor(house: TestHouse, who: Founded) {
    this.house = house;
    this.who = who;
  }

  try(login: string, command: string, on: string | undefined, input: object, more: Partial<Ask> = {}): Promise<Result> {
    return this.house.send(this.who.as(login), command, { ...(on ? { case: on } : {}), input, ...more });
  }
  async send(login: string, command: string, on: string | undefined, input: object, more: Partial<Ask> = {}) {
    return accepted(await this.try(login, command, on, input, more));
  }
  person = (login: string): string => this.who.people[login]!;
  party = (code: string): string => this.who.parties[code]!;

  /** The whole of a plan, as 001 wants it. */
  contents() {
    return {
      ...whole,
      duties: [
        { party: this.party('company'), task: '产业化验证' },
        { party: this.party('hospital'), task: '临床评价' },
      ],
      resources: [{ party: this.party('company'), what: '研发资金500万元', due: '2026-06-30' }],
      schedule: [
        { task: '研发试验', start: '2026-03-02', end: '2026-06-29' },
        { task: '成果鉴定', start: '2026-07-01', end: '2026-12-31' },
      ],
    };
  }
  draft(weights: Weights = thirds, contents: object = this.contents()): Promise<Result> {
    return this.try('hospital', 'plan.draft', undefined, {
      title: '可降解封堵器合作方案',
      parties: (['hospital', 'company', 'institute'] as const).map((code) => ({
        party: this.party(code),
        weight: weights[code],
        representative: this.person(code),
        lead: code === 'hospital',
        committee: this.person(`${code}-chief`),
      })),
      leader: this.person('leader'),
      ...contents,
    });
  }
  async drafted(weights: Weights = thirds, contents?: object): Promise<this> {
    this.plan = accepted(await this.draft(weights, contents)).case;
    return this;
  }
  panel() {
    return [
      { person: this.person('technical'), kind: 'technical', party: this.party('hospital') },
      { person: this.person('management'), kind: 'management', party: this.party('company') },
    ];
  }
  /** Submitted and reviewed by both experts; `opinions` are the technical expert's. */
  async reviewed(weights: Weights = thirds, opinions: readonly string[] = []): Promise<this> {
    if (this.plan === '') await this.drafted(weights);
    await this.send('hospital', 'plan.submit', this.plan, { experts: this.panel() });
    const conclusion = opinions.length > 0 ? 'agree-with-opinions' : 'agree';
    await this.send('technical', 'plan.review', this.plan, { conclusion, opinions });
    await this.send('management', 'plan.review', this.plan, { conclusion: 'agree', opinions: [] });
    return this;
  }
  async voting(o: { weights?: Weights; opinions?: readonly string[]; secret?: boolean; closesOn?: string } = {}): Promise<this> {
    await this.reviewed(o.weights ?? thirds, o.opinions ?? []);
    await this.send('hospital', 'voting.open', this.plan, { closesOn: o.closesOn ?? '2026-03-20', secret: o.secret ?? false });
    return this.called();
  }
  async called(): Promise<this> {
    const row = await lookAt(this.house.engine.database, this.who.id, (db) =>
      db
        .selectFrom('case_file')
        .where('root_id', '=', this.plan)
        .where('procedure', '=', 'ballot')
        .orderBy('id', 'desc')
        .select('id')
        .executeTakeFirstOrThrow(),
    );
    this.ballot = row.id;
    return this;
  }
  /** Approved by all, as it was drafted. */
  async approved(weights: Weights = thirds): Promise<this> {
    await this.voting({ weights });
    await this.votes({ hospital: 'for', company: 'for', institute: 'for' });
    await this.send('hospital', 'ballot.close', this.ballot, {});
    await this.send('hospital', 'plan.approve', this.plan, {});
    return this;
  }
  async paper(login: string, on: string, title: string): Promise<string> {
    const bytes = Buffer.from(`${title}\n`);
    const hash = sha256(bytes);
    await lookAt(this.house.engine.database, this.who.id, (db) => run(db, 'select file_store($1, $2)', [hash, bytes]));
    const ask = {
      command: 'paper.file',
      case: on,
      input: { kind: 'minutes', title, mediaType: 'text/plain', size: bytes.length, sha256: hash },
    };
    return String((await must(this.house.engine, this.who.as(login), ask)).made.paper);
  }
  /** Each votes as given; the hospital's vote rests on its meeting's minutes. */
  async votes(votes: Readonly<Partial<Record<keyof Weights, string>>>): Promise<this> {
    for (const [who, vote] of Object.entries(votes)) {
      const mandate = who === 'hospital' ? { mandate: await this.paper('hospital', this.ballot, '院长办公会纪要') } : {};
      await this.send(who, 'vote.cast', this.ballot, { vote, ...mandate });
    }
    return this;
  }

  async page(login = 'tto') {
    return (await this.house.page(this.who.as(login), this.plan))!;
  }
  async planView(login = 'tto'): Promise<PlanView> {
    return (await this.page(login)).panels[this.plan] as PlanView;
  }
  async ballotView(login = 'tto'): Promise<BallotView> {
    return (await this.page(login)).panels[this.ballot] as BallotView;
  }
  async state(of = this.plan): Promise<string> {
    return (await this.page()).cases.find((c) => c.id === of)!.state;
  }
}

export type CooperationHouse = TestHouse & { readonly packs: Packs; readonly deal: (founding?: Founding) => Promise<Cooperation> };

/** A house on 2026-03-02 in which each deal has an institution of its own, with packs of the test's own beside the house's. */
export async function cooperationHouse(packs: Readonly<Record<string, string>> = {}): Promise<CooperationHouse> {
  const folder = new Packs(packs);
  const house = await testHouse({ packs: folder.folder });
  return {
    ...house,
    packs: folder,
    deal: async (founding = cooperating) => new Cooperation(house, await found(house.engine, founding)),
    close: async () => {
      await house.close();
      folder.remove();
    },
  };
}
