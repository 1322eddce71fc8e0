import * as fc from 'fast-check';

/** An institution that nobody has seen: its split, its tiers, its leaders' routes, as a pack writes them and as plain numbers for an oracle. */
export type Unseen = {
  readonly base: 'received' | 'net-income';
  /** Outer parts in listed order; the last one takes the remainder. Limits in hundredths of a percent. */
  readonly parts: readonly UnseenPart[];
  /** Amounts in fen that end a tier, rising; the last tier is open. `holds`: the amount itself still belongs to the tier it ends. */
  readonly tiers: readonly { readonly ends: bigint; readonly holds: boolean }[];
  /** For each body of the route, the tiers in which it decides. */
  readonly bodies: readonly (readonly number[])[];
};
export type UnseenPart = {
  readonly id: string;
  readonly counts: boolean;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly exactly?: number;
};

const letters = ['甲', '乙', '丙', '丁', '戊', '己'];
const percent = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

const limits = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 0, max: 4000 }).map((atLeast) => ({ atLeast })),
  fc.integer({ min: 2000, max: 10_000 }).map((atMost) => ({ atMost })),
  fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 3000, max: 9000 })).map(([atLeast, atMost]) => ({ atLeast, atMost })),
  fc.integer({ min: 0, max: 3000 }).map((exactly) => ({ exactly })),
);
const tiers = fc
  .uniqueArray(fc.bigInt({ min: 100n, max: 2_000_000_000n }), { maxLength: 3 })
  .chain((ends) => fc.tuple(...[...ends].sort((a, b) => (a < b ? -1 : 1)).map((e) => fc.boolean().map((holds) => ({ ends: e, holds })))));

export const unseen: fc.Arbitrary<Unseen> = fc
  .record({
    base: fc.constantFrom('received' as const, 'net-income' as const),
    outer: fc.array(fc.record({ counts: fc.boolean(), limits }), { minLength: 1, maxLength: 4 }),
    rest: limits,
    tiers,
    bodies: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  })
  .map((u) => ({
    base: u.base,
    parts: [...u.outer, { counts: false, limits: u.rest }].map((p, i) => ({ id: `part-${i}`, counts: p.counts, ...p.limits })),
    tiers: u.tiers,
    bodies: u.bodies.map((b) => [...new Set(b.map((t) => t % (u.tiers.length + 1)))].sort()),
  }));

/** The pack's files, as a jurist would write them. `steps` come before and after the bodies of the route. */
export function unseenPack(id: string, u: Unseen): Readonly<Record<string, string>> {
  const tierName = (i: number): string => `tier-${i}`;
  const bounds = (i: number): string => {
    const [before, own] = [u.tiers[i - 1], u.tiers[i]];
    const low = before ? `${before.holds ? 'moreThan' : 'atLeast'}: ${yuan(before.ends)}` : 'atLeast: 0';
    return `{ ${low}${own ? `, ${own.holds ? 'atMost' : 'lessThan'}: ${yuan(own.ends)}` : ''} }`;
  };
  const all = [...u.tiers.keys(), u.tiers.length];
  const body = (b: readonly number[], i: number): string =>
    `            body-${i}: { title: ${letters[i]}会审议, does: resolution, after: [${i === 0 ? 'pricing' : `body-${i - 1}`}], with: { body: meeting }, tiers: [${b.map(tierName).join(', ')}] }`;
  const part = (p: UnseenPart, i: number): string => {
    const limit = (['atLeast', 'atMost', 'exactly'] as const).flatMap((k) => (p[k] === undefined ? [] : [`${k}: ${percent(p[k])}`]));
    const last = i === u.parts.length - 1;
    const more = [
      `title: ${letters[i]}部分`,
      `to: ${p.counts ? 'persons' : 'institution'}`,
      ...(p.counts ? ['counts: contributor-reward'] : []),
      ...limit,
      ...(last ? ['remainder: yes'] : []),
    ];
    return `            ${p.id}: { ${more.join(', ')} }`;
  };
  return {
    [`${id}/text.yaml`]: `text: ${id}\ntitle: 未见医院办法（测试用，虚构）\nshort: 未见医院办法\nlevel: institution\nstatus: in-force\nnumbering: names\nsource: 为测试而虚构\nfrom: 2025-01-01\n`,
    [`${id}/1-process.yaml`]: `clause: "${id}:process"
title: 流程
force: must
text: 本院的转化流程。
answers:
  - rule: conversion-steps
    versions:
      - from: 2025-01-01
        source: 流程一条
        value:
          tiers:
            by: price
${all.map((i) => `            ${tierName(i)}: ${bounds(i)}`).join('\n')}
          steps:
            pricing: { title: 定价, does: pricing }
${u.bodies.map(body).join('\n')}
            contract: { title: 签订合同, does: contract, after: [body-${u.bodies.length - 1}] }
`,
    [`${id}/1-process.examples.yaml`]: `- name: 全部步骤\n  rule: conversion-steps\n  given: { mode: transfer }\n  on: 2026-03-02\n  is: [pricing, ${u.bodies.map((_, i) => `body-${i}`).join(', ')}, contract]\n`,
    [`${id}/2-split.yaml`]: `clause: "${id}:split"
title: 收益分配
force: must
text: 收入的各个部分。
answers:
  - rule: distribution-parts
    versions:
      - from: 2025-01-01
        source: 分配一条
        value:
          base: ${u.base}
          parts:
${u.parts.map(part).join('\n')}
`,
    [`${id}/2-split.examples.yaml`]: `- name: 各部分\n  rule: distribution-parts\n  given: { mode: transfer }\n  on: 2026-03-02\n  is: ${u.parts.map((p) => p.id).join(' + ')}\n`,
  };
}
