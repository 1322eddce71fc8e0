import type { Wrong } from './parsed.ts';

/** A fault in a pack file: where it stands, what is wrong, and (in its facts) what to write instead. */
export type PackFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly facts: Wrong['facts'];
};

/** One file of a pack with its scalars as text: read from YAML with the place of every value, or as data that travelled. */
export type PackFile = {
  readonly file: string;
  readonly data: unknown;
  readonly faults: readonly PackFault[];
  /** Records a fault at the value that `path` leads to. */
  readonly fault: (path: readonly (string | number)[], code: string, facts?: Wrong['facts']) => void;
};

/** A file whose data travelled without its text: its faults name the path instead of the line. */
export function dataFile(file: string, data: unknown): PackFile {
  const faults: PackFault[] = [];
  return {
    file,
    data,
    faults,
    fault: (path, code, facts = {}) => {
      faults.push({ file: [file, ...path].join('.'), line: 1, column: 1, code, facts });
    },
  };
}
