import { readFileSync } from 'node:fs';
import type { Language } from '../../packages/catalogue/facts.ts';
import { UserFault } from '../server/user-fault.ts';

/** en where the terminal speaks English, else zh. */
export const language: Language = /^en/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? 'en' : 'zh';

/** JSON in: a file, or standard input where no file is named. */
export function readJson(path: string | undefined): Record<string, unknown> {
  const name = path ?? 'standard input';
  const text = readText(path ?? 0, name);
  if (text.trim() === '') return {};
  const value = parsedJson(text, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UserFault(`${name} holds no JSON object {…}`);
  return value as Record<string, unknown>;
}
function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (e) {
    throw new UserFault(`${name} is not JSON: ${(e as Error).message}`);
  }
}
export function readText(path: string | 0, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (e) {
    throw new UserFault(`${name} cannot be read: ${(e as Error).message}`);
  }
}
/** JSON out. */
export const print = (value: unknown): void =>
  console.log(JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? v.toString() : v), 2));
