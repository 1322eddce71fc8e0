import { threadedWriter } from '../../packages/adapters/documents/threaded-writer.ts';
import { sweep } from '../../packages/engine/deadlines.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { renderDocument } from '../../packages/engine/render.ts';

/** What this process does in the background: files of documents, and deadlines that have passed. Any number of processes may. */
export async function work(engine: Engine): Promise<void> {
  const writer = threadedWriter();
  await engine.jobs.work('document-render', (job) => renderDocument(engine, writer, job));
  await engine.jobs.work('deadline-sweep', async () => {
    await sweep(engine);
  });
  await engine.jobs.everyMinute('deadline-sweep');
}
