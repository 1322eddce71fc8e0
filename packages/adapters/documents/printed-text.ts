import { inflateSync } from 'node:zlib';

/** What a PDF shows: a page's runs in the order they are drawn, each on a line; page numbers and repeated heads are `artifacts`. */
export type PrintedPage = { readonly text: string; readonly artifacts: string };

/** Reads a PDF as ours are written (two-byte fonts, no object streams) back into text, so that tests can say what stands on a page. */
export function printedPages(pdf: Buffer): readonly PrintedPage[] {
  const source = pdf.toString('latin1');
  const objects = new Map([...source.matchAll(/^(\d+) 0 obj\s([\s\S]*?)\sendobj$/gm)].map((m) => [m[1]!, m[2]!]));
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\s/.test(object));
  const tables = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, object] of objects) {
    const unicode = /\/ToUnicode (\d+)/.exec(object)?.[1];
    if (unicode) tables.set(id, readTable(streamOf(objects.get(unicode)!)));
  }
  return pages.map((page) => {
    const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map((m) => [m[1]!, tables.get(m[2]!)!]));
    return readPage(streamOf(objects.get(/\/Contents (\d+)/.exec(page)![1]!)!), fonts);
  });
}

export function embeddedFonts(pdf: Buffer): readonly string[] {
  const names = [...pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map((m) => m[1]!);
  return [...new Set(names)].sort();
}

function streamOf(object: string): string {
  const start = /stream\r?\n/.exec(object)!;
  const from = start.index + start[0].length;
  const bytes = Buffer.from(object.slice(from, from + Number(/\/Length (\d+)/.exec(object)![1])), 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const readTable = (cmap: string): ReadonlyMap<string, string> =>
  new Map(
    [...cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map((m) => [m[1]!, Buffer.from(m[2]!, 'hex').swap16().toString('utf16le')]),
  );

function readPage(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): PrintedPage {
  const read = { text: '', artifacts: '' };
  const marks: string[] = [];
  let table: ReadonlyMap<string, string> | undefined;
  for (let at = 0; at < content.length; ) {
    const hex = /^<([0-9A-Fa-f]+)>/.exec(content.slice(at, at + 4000));
    if (content[at] === '(' || hex) {
      const literal = hex ? { bytes: Buffer.from(hex[1]!, 'hex'), end: at + hex[0].length } : readLiteral(content, at);
      const glyphs = literal.bytes.toString('hex').toUpperCase().match(/.{4}/g) ?? [];
      read[marks.includes('Artifact') ? 'artifacts' : 'text'] += glyphs.map((glyph) => table?.get(glyph) ?? '\uFFFC').join('');
      at = literal.end;
      continue;
    }
    const token = /^(?:\/(\w+)\s+[\d.]+\s+Tf\b|\/(\w+)(?:\s*<<[\s\S]*?>>)?\s*(?:BDC|BMC)\b|EMC\b|ET\b)/.exec(content.slice(at, at + 400));
    if (token?.[1]) table = fonts.get(token[1]);
    else if (token?.[2]) marks.push(token[2]);
    else if (token?.[0] === 'EMC') marks.pop();
    else if (token?.[0] === 'ET') read[marks.includes('Artifact') ? 'artifacts' : 'text'] += '\n';
    at += token?.[0].length ?? 1;
  }
  return read;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function readLiteral(content: string, open: number): { readonly bytes: Buffer; readonly end: number } {
  const bytes: number[] = [];
  let depth = 1;
  let at = open + 1;
  for (; ; at++) {
    const character = content[at]!;
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const next = content[at + 1]!;
      bytes.push(octal ? Number.parseInt(octal, 8) : (escapes[next] ?? next.charCodeAt(0)));
      at += octal?.length ?? 1;
      continue;
    }
    if (character === '(') depth++;
    if (character === ')' && --depth === 0) break;
    bytes.push(character.charCodeAt(0));
  }
  return { bytes: Buffer.from(bytes), end: at + 1 };
}
