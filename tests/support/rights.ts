import type { OwnershipView } from '../../packages/capabilities/ownership/view.ts';
import type { RightsActView } from '../../packages/capabilities/rights-act/view.ts';
import type { Result } from '../../packages/engine/ask.ts';
import type { CasePage } from '../../packages/engine/case-page.ts';
import { accepted } from './house.ts';
import { HouseDeal } from './house-deal.ts';
import { type PlainHouse, plain, plainHouse } from './plain.ts';

/** A house that adopted the guide, with an enterprise, an institute, a university and somebody who speaks for each. */
export const rightsHouse = (on: string, texts: readonly string[] = ['000']): Promise<PlainHouse> =>
  plainHouse({
    on,
    founding: {
      ...plain,
      people: {
        ...plain.people,
        'for-maker': { name: '企业代表', unit: '甲医药公司', roles: [] },
        'for-institute': { name: '研究所代表', unit: '乙研究所', roles: [] },
        'for-university': { name: '大学代表', unit: '丙大学', roles: [] },
      },
      parties: {
        ...plain.parties,
        maker: { title: '甲医药公司', kind: 'enterprise' },
        institute: { title: '乙研究所', kind: 'institute' },
        university: { title: '丙大学', kind: 'university' },
        outsider: { title: '丁公司', kind: 'enterprise' },
        startup: { title: '戊新公司', kind: 'enterprise' },
      },
      adoptions: [...plain.adoptions, ...texts.map((text) => ({ text, from: '2026-01-01', basis: '产学研转化项目' }))],
    },
  });

type Way = { readonly mode?: string; readonly parties?: readonly string[]; readonly completing?: string };

/** The rights of one cooperation, driven by the transfer office and those who speak for the parties. */
export class Rights extends HouseDeal {
  root = '';
  constructor(house: PlainHouse) {
    super(house, house.who);
  }
  async opened({
    mode = 'cooperative',
    parties = ['maker', 'institute', 'university'],
    completing = 'institute',
  }: Way = {}): Promise<this> {
    const input = {
      title: '联合研发抗体',
      mode,
      parties: parties.map((p) => ({ party: this.party(p), representative: this.who.people[`for-${p}`], completing: p === completing })),
    };
    this.root = accepted(await this.try('tto', 'ownership.open', undefined, input)).case;
    return this;
  }
  party(name: string): string {
    return this.who.parties[name]!;
  }
  do(command: string, input: object): Promise<Result> {
    return this.try('tto', command, this.root, input);
  }
  template(template: string): Promise<Result> {
    return this.do('terms.insert', { template });
  }
  determine(newInvention: string): Promise<Result> {
    return this.do('ownership.determine', { newInvention });
  }
  /** Opened and determined without any clause. */
  async byDefault(newInvention: string, way: Way = {}): Promise<this> {
    await this.opened(way);
    accepted(await this.determine(newInvention));
    return this;
  }
  propose(act: string, by: string, more: object = {}): Promise<Result> {
    return this.do('act.propose', { act, by: this.party(by), purpose: 'commercial', ...more });
  }
  /** Proposes an act that has to be accepted; answers with its case. */
  async proposed(act: string, by: string, more: object = {}): Promise<string> {
    return accepted(await this.propose(act, by, more)).case;
  }
  answer(act: string, party: string, answer: string): Promise<Result> {
    return this.try(`for-${party}`, 'consent.answer', act, { answer });
  }
  carryOut(act: string): Promise<Result> {
    return this.try('tto', 'act.carry-out', act, {});
  }
  override async page(login = 'tto'): Promise<CasePage> {
    return (await this.house.page(this.who.as(login), this.root))!;
  }
  async view(): Promise<OwnershipView> {
    return (await this.page()).panels[this.root] as OwnershipView;
  }
  async actView(act: string): Promise<RightsActView> {
    return (await this.page()).panels[act] as RightsActView;
  }
  /** Those who own now. */
  async owners(): Promise<string[]> {
    return (await this.view()).owners.filter((o) => o.to === null).map((o) => (o.share ? `${o.title} ${o.share}` : o.title));
  }
}
