import { parentPort } from 'node:worker_threads';
import type { DocumentModel } from '../../kernel/document.ts';
import { documentWriter } from './writer.ts';

// The thread that `threaded-writer.ts` starts: one document after another, whatever is asked meanwhile.
export type Asked = { readonly id: number; readonly form: keyof typeof documentWriter; readonly model: DocumentModel };
export type Written = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };

parentPort!.on('message', async ({ id, form, model }: Asked) => {
  const answer = (said: Written): void => parentPort!.postMessage(said);
  try {
    answer({ id, bytes: await documentWriter[form](model) });
  } catch (e) {
    answer({ id, fault: (e as Error).message });
  }
});
