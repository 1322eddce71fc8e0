import { documentWriter } from '../../packages/adapters/documents/writer.ts';
import { sweep } from '../../packages/engine/deadlines.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { renderDocument } from '../../packages/engine/render.ts';

/** What this process does in the background: files of documents, and deadlines that have passed. Any number of processes may. */
export async function work(engine: Engine): Promise<void> {
  await engine.jobs.work('document-render', (job) => renderDocument(engine, documentWriter, job));
  await engine.jobs.work('deadline-sweep', async () => {
    await sweep(engine);
  });
  await engine.jobs.everyMinute('deadline-sweep');
}
