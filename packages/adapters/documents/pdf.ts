import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentModel } from '../../kernel/document.ts';
import { layDocument } from './layout.ts';

const folder = import.meta.dirname;
/** Only these three are listed: every weight of both families is 220 MB. */
const files = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
];

/**
 * The families of GB/T 9704 under the names their files bear, asked for only where an institution has placed its own. A family
 * that is not there is passed over without a word, so the names of one face stand side by side.
 */
const ownFamilies = {
  latin: ['Times New Roman'],
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'FZXiaoBiaoSong-B05', 'FZXiaoBiaoSong-B05K', '方正小标宋_GBK'],
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋'],
  heading: ['SimHei', '黑体', 'STHeiti', '华文黑体'],
};
const noFamilies: typeof ownFamilies = { latin: [], title: [], body: [], heading: [] };

export type PdfOptions = {
  /** A folder with the institution's own licensed fonts (仿宋_GB2312, 方正小标宋简体, 黑体, Times New Roman). */
  readonly fontFolder?: string | undefined;
};

/** A writer with a compiler of its own, made at its first document. */
export function pdfWriter({ fontFolder }: PdfOptions): (model: DocumentModel) => Promise<Buffer> {
  if (fontFolder && !statSync(fontFolder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`No font folder at ${fontFolder}`);
  const families = JSON.stringify(fontFolder ? ownFamilies : noFamilies);
  let made: NodeCompiler | undefined;
  return async (model) => {
    made ??= NodeCompiler.create({
      workspace: folder,
      fontArgs: [{ fontPaths: [...(fontFolder ? [fontFolder] : []), ...files.map(folderOf)] }],
    });
    return print(made, { document: JSON.stringify(layDocument(model)), families });
  };
}

let writer: ReturnType<typeof pdfWriter> | undefined;
/** With the fonts of the folder TONGTU_FONTS names, where it is set. One compiler a process: it holds the fonts. */
export async function writePdf(model: DocumentModel): Promise<Buffer> {
  writer ??= pdfWriter({ fontFolder: process.env.TONGTU_FONTS });
  return writer(model);
}

/** User text enters as JSON in `sys.inputs` only, where nothing is read as markup; the source is the template of this folder. */
async function print(typst: NodeCompiler, inputs: Record<string, string>): Promise<Buffer> {
  try {
    return typst.pdf({ mainFilePath: join(folder, 'template.typ'), inputs });
  } catch (cause) {
    // The compiler says what is wrong in the code of its error, not in the message.
    const what = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new Error(`The document cannot be set: ${what}`, { cause });
  } finally {
    // Else what is remembered of one document stays for the next thousand; and native memory is given back only between turns.
    typst.evictCache(2);
    await setImmediate();
  }
}

/** Faults where the file is missing: a font that is not there would be replaced by any other, without a word. */
const folderOf = (file: string): string => dirname(createRequire(import.meta.url).resolve(file));
