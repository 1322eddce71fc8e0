import { Worker } from 'node:worker_threads';
import type { DocumentWriter } from '../../engine/ports/document-writer.ts';
import type { DocumentModel } from '../../kernel/document.ts';
import type { Asked, Written } from './writer-thread.ts';

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (e: Error) => void };

/**
 * The document writer in a thread of its own, begun with its first document: setting a page takes a processor for a good while, in which
 * a server has others to answer. A thread that ends takes only its documents along; the next one begins another.
 */
export function threadedWriter(): DocumentWriter {
  let thread: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const begin = (): Worker => {
    const begun = new Worker(new URL('./writer-thread.ts', import.meta.url));
    begun.unref(); // who has nothing else to do need not stay for it
    begun.on('message', (said: Written) => {
      const asked = waiting.get(said.id);
      waiting.delete(said.id);
      if (waiting.size === 0) begun.unref();
      if ('bytes' in said) asked?.resolve(said.bytes);
      else asked?.reject(new Error(said.fault));
    });
    const ended = (why: Error): void => {
      if (thread === begun) thread = undefined;
      for (const [id, asked] of waiting) {
        waiting.delete(id);
        asked.reject(why);
      }
    };
    begun.on('error', ended);
    begun.on('exit', (code) => ended(new Error(`the thread that writes documents ended (${code})`)));
    return begun;
  };
  const write = (form: Asked['form'], model: DocumentModel): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      thread ??= begin();
      thread.ref();
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ id: last, form, model } satisfies Asked);
    });
  return { word: (model) => write('word', model), pdf: (model) => write('pdf', model) };
}
