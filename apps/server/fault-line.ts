import type { Language } from '../../packages/catalogue/facts.ts';
import { sentenceOf } from '../../packages/catalogue/sentences.ts';
import type { PackFault } from '../../packages/kernel/pack-file.ts';

/** chaoyang/5-reward.yaml:12:9: and the sentence that says what to write instead. */
export const faultLine = (f: PackFault, language: Language): string =>
  `${f.file}:${f.line}:${f.column}: ${sentenceOf({ refused: f.code, facts: f.facts }, language)}`;
