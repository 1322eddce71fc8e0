import { isMap, isPair, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { PackFault, PackFile } from './pack-file.ts';
import type { Wrong } from './parsed.ts';

/**
 * One YAML file, every scalar a string (failsafe: `70%`, `1000万`, `2/3` never pass through a float), with the place of every value.
 * Faults are collected, not thrown: a jurist sees all of a file's faults at once.
 */
export class PackSource implements PackFile {
  readonly file: string;
  readonly data: unknown;
  readonly faults: PackFault[] = [];
  readonly #lines = new LineCounter();
  readonly #root: ParsedNode | null;

  constructor(file: string, text: string) {
    this.file = file;
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: this.#lines, prettyErrors: false });
    this.#root = document.contents;
    for (const e of document.errors) this.#add(e.pos[0], 'pack.yaml', { said: e.message.split('\n')[0] ?? e.code });
    this.data = document.errors.length === 0 ? document.toJS() : undefined;
  }

  /** Records a fault at the value that `path` leads to (or the nearest place above it that exists). */
  fault(path: readonly (string | number)[], code: string, facts: Wrong['facts'] = {}): void {
    this.#add(this.#offset(path), code, facts);
  }

  #add(offset: number, code: string, facts: Wrong['facts']): void {
    const { line, col } = this.#lines.linePos(offset);
    this.faults.push({ file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), code, facts });
  }

  #offset(path: readonly (string | number)[]): number {
    let node: unknown = this.#root;
    let offset = this.#root?.range[0] ?? 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((i) => isPair(i) && isScalar(i.key) && i.key.value === step);
        if (!pair) return offset;
        offset = (pair.key as ParsedNode).range[0];
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step];
        offset = (node as ParsedNode | undefined)?.range[0] ?? offset;
      } else return offset;
    }
    return offset;
  }
}
