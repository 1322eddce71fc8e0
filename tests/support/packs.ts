import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packFolder } from '../../apps/server/open-house.ts';

/** A folder of packs of a test's own: the house's, with files added or changed. */
export class Packs {
  readonly folder = mkdtempSync(join(tmpdir(), 'packs-'));
  constructor(files: Readonly<Record<string, string>> = {}) {
    cpSync(packFolder, this.folder, { recursive: true });
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
  /** Replaces words that stand in the file; faults where they do not. */
  change(path: string, from: string, to: string): void {
    const text = readFileSync(join(this.folder, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} has no “${from}”`);
    this.write(path, text.replace(from, to));
  }
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const threeSteps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          contract: { title: 签订合同, does: contract, after: [pricing] }`;

/** 简明医院: an institution of the tests. Three steps and no notices of its own unless it is given others, so that what the law above demands shows by itself. */
export const plainPack = (o: { readonly id?: string; readonly steps?: string } = {}): Readonly<Record<string, string>> =>
  packOf(o.id ?? 'plain', o.steps ?? threeSteps);
const packOf = (id: string, steps: string): Readonly<Record<string, string>> => ({
  [`${id}/text.yaml`]: `text: ${id}
title: 简明医院科技成果转化办法（测试用，虚构）
short: 简明医院办法
level: institution
status: in-force
numbering: names
source: 为测试而虚构
from: 2025-01-01
`,
  [`${id}/1-process.yaml`]: `clause: "${id}:process"
title: 转化流程
force: must
text: 本院的转化流程。
answers:
  - rule: conversion-steps
    versions:
      - from: 2025-01-01
        source: 流程一条
        value:${steps}
`,
  [`${id}/1-process.examples.yaml`]: `- name: 各步依次进行
  rule: conversion-steps
  given: { mode: transfer }
  on: 2026-03-02
  is: [${[...steps.matchAll(/^ {10}([a-z-]+):/gm)].map((m) => m[1]).join(', ')}]
`,
  [`${id}/2-split.yaml`]: `clause: "${id}:split"
title: 收益分配
force: must
text: 净收入分为团队奖励、技术转移部门经费和医院留存。
answers:
  - rule: distribution-parts
    when: { mode: [transfer, license] }
    versions:
      - from: 2025-01-01
        source: 分配一条
        value:
          base: net-income
          parts:
            contributors: { title: 团队奖励, to: persons, counts: contributor-reward }
            tto: { title: 技术转移部门经费, to: tto, counts: tto }
            tto-staff: { title: 专职人员奖励, to: tto, inside: tto, counts: tto-staff }
            hospital: { title: 医院留存, to: institution, remainder: yes }
`,
  [`${id}/2-split.examples.yaml`]: `- name: 三部分
  rule: distribution-parts
  given: { mode: transfer }
  on: 2026-03-02
  is: contributors + tto + tto-staff + hospital
`,
  [`${id}/3-approval.yaml`]: `clause: "${id}:approval"
title: 分配的审批
force: must
text: 分配方案由财务部门审核。
answers:
  - rule: award-approval
    versions:
      - from: 2025-01-01
        source: 审批一条
        value:
          finance: { title: 财务审核, does: review-route, with: { reviewers: [FA] } }
`,
  [`${id}/3-approval.examples.yaml`]: `- name: 财务审核
  rule: award-approval
  given: { mode: transfer }
  on: 2026-03-02
  is: [finance]
`,
});
