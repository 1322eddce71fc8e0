import * as fc from 'fast-check';
import type { Deal } from '../../demonstration/deal.ts';
import type { Mode } from '../../packages/capabilities/conversion/rules.ts';
import { distributionParts } from '../../packages/capabilities/distribution/rules.ts';
import { type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import { isAnswered } from '../../packages/kernel/law.ts';
import { type TestHouse, testHouse } from './house.ts';
import { Packs, plainPack } from './packs.ts';
import { plain } from './plain.ts';
import { type Unseen, unseen, unseenPack } from './unseen.ts';

/** Texts that divide money, with the file that says by which steps a conversion goes, where one has it. */
const texts: Readonly<Record<string, string | undefined>> = {
  plain: '1-process',
  bjtu: undefined,
  chaoyang: '2-process',
  friendship: '2-contract-review',
  'friendship-721': undefined,
  imm: undefined,
  jishuitan: '1-empowerment',
  pku: '1-approval-tiers',
  puth: undefined,
  shifan: '1-process',
  tsinghua: undefined,
  'unseen-1': '1-process',
  'unseen-2': '1-process',
  'unseen-3': '1-process',
};
/** Texts above an institution's own; a house of the tests has adopted some of them. */
const above = ['cn-conversion-law', 'gf-2016-16', '004'] as const;
const ends: Readonly<Record<string, string>> = { '004': '2029-12-19', 'friendship-721': '2029-12-31' };
const ways: readonly Mode[] = ['self', 'transfer', 'license', 'cooperate'];

/** A price and a contract: the way to the money is short, whatever the text has of its own, and the money's own rules stand. */
const shortWay = (id: string, file = '9-way') => ({
  [`${id}/${file}.yaml`]: `clause: "${id}:way"
title: 转化流程（测试用）
force: must
text: 定价，签订合同。
answers:
  - rule: conversion-steps
    versions:
      - from: 2025-01-01
        source: 测试
        value:
          pricing: { title: 定价, does: pricing }
          contract: { title: 签订合同, does: contract, after: [pricing] }
`,
  [`${id}/${file}.examples.yaml`]:
    '- name: 两步\n  rule: conversion-steps\n  given: { mode: license }\n  on: 2026-03-02\n  is: [pricing, contract]\n',
});

/** Those who may be of a team: leaders of three kinds among them. */
export const team = ['first', 'second', 'third', 'fourth', 'dean', 'vice', 'head'] as const;
const people: Founding['people'] = {
  ...plain.people,
  dean: { ...plain.people.dean!, roles: ['DM', 'SR', 'CT'] },
  vice: {
    name: '副院长',
    unit: '院领导',
    roles: ['CT'],
    post: { title: '副院长', leader: 'deputy', from: '2020-01-01' },
  },
  head: { name: '科主任', unit: '心内科', roles: ['CT'], post: { title: '主任', leader: 'chief-of-unit', from: '2020-01-01' } },
};
export const leaderOf = (login: string) => people[login]!.post;

/** One institution that divides money by its own text and those above it. */
export type DividingHouse = {
  readonly who: Deal['who'];
  /** The texts it has adopted, as the simulator is told of them. */
  readonly law: readonly string[];
  readonly modes: readonly Mode[];
};
export type DividingHouses = TestHouse & { readonly houses: readonly DividingHouse[] };

/** Every institution whose text divides money, three that nobody has seen among them, in one house on 2026-03-02. */
export async function dividingHouses(seed: number): Promise<DividingHouses> {
  const strange = fc.sample(unseen, { numRuns: 400, seed }).filter(pays).slice(0, 3);
  if (strange.length < 3) throw new Error(`no three institutions of seed ${seed} pay contributors what the texts above demand`);
  const packs = new Packs({
    ...plainPack(),
    ...Object.assign({}, ...strange.map((u, i) => unseenPack(`unseen-${i + 1}`, u))),
    ...Object.assign({}, ...Object.entries(texts).map(([id, file]) => shortWay(id, file))),
  });
  const house = await testHouse({ packs: packs.folder });
  const chosen = fc.sample(fc.subarray([...above]), { numRuns: Object.keys(texts).length, seed });
  const houses: DividingHouse[] = [];
  for (const [n, id] of Object.keys(texts).entries()) {
    const adopted = [...chosen[n]!, id].map((text) => adoption(house, text));
    const title = `${id}（测试）`;
    const bodies = Object.fromEntries(
      ['meeting', 'dean-meeting', 'cadre-group', 'ip-group'].map((b) => [b, { title: b, seats: ['finance', 'legal', 'audit'] }]),
    );
    const who = await found(house.engine, { ...plain, title, short: id, people, bodies, adoptions: adopted });
    houses.push({ who, law: adopted.map((a) => `${a.text}@${a.from}${a.to ? `..${a.to}` : ''}`), modes: modesOf(house, adopted) });
  }
  return {
    ...house,
    houses,
    close: async () => {
      await house.close();
      packs.remove();
    },
  };
}
/** Whether its split can give contributors 70% of what it divides, and the least to every other part. */
function pays({ parts }: Unseen): boolean {
  const first = parts.findIndex((p) => p.counts);
  const least = parts.slice(0, -1).map((p, i) => Math.max(p.exactly ?? p.atLeast ?? 0, i === first ? 7000 : 0));
  const [most, rest] = [parts[first]?.exactly ?? parts[first]?.atMost ?? 10_000, parts.at(-1)!];
  const left = 10_000 - least.reduce((a, b) => a + b, 0);
  const fits = left >= (rest.exactly ?? rest.atLeast ?? 0) && left <= (rest.exactly ?? rest.atMost ?? 10_000);
  return first >= 0 && most >= 7000 && fits;
}
function adoption({ engine }: TestHouse, text: string): Founding['adoptions'][number] {
  const { from } = engine.law.shelf.get(text)!.text;
  const to = ends[text];
  return { text, from: from === 'ask' ? '2024-12-20' : from, ...(to ? { to } : {}), basis: '测试' };
}
/** The ways of conversion whose money the texts divide. */
function modesOf({ engine }: TestHouse, adoptions: Founding['adoptions']): readonly Mode[] {
  const law = engine.law.law(adoptions.map(({ text, from, to }) => ({ text, from, ...(to ? { to } : {}) })));
  return ways.filter((mode) => isAnswered(law.answer(distributionParts, { given: { mode }, on: '2026-03-02' })));
}
