import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHouse } from '../../apps/server/open-house.ts';
import { work } from '../../apps/server/work.ts';
import { documentWriter } from '../../packages/adapters/documents/writer.ts';
import { renderDocument } from '../../packages/engine/render.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';
import { asOwner, changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());

type Job = { readonly document: string; readonly case: string; readonly institution: string };
async function disclosed(title: string): Promise<Job> {
  const input = { title, kind: 'device', summary: '测试', contributors: [{ person: h.who.people.first, main: true }], rights: [] };
  const result = await h.send(h.who.as('first'), 'achievement.disclose', { input });
  assert.ok(result.accepted);
  const [job] = await ask<
    Job & { n: string }
  >(`select data ->> 'document' as document, data ->> 'case' as "case", data ->> 'institution' as institution
    from pgboss.job where name = 'document-render' and data ->> 'case' = '${result.case}'`);
  return job!;
}
const ask = <T extends Record<string, unknown>>(sql: string): Promise<T[]> => asOwner(h.url, async (c) => (await c.query<T>(sql)).rows);
const left = async (): Promise<number> =>
  Number((await ask<{ n: bigint }>(`select count(*) as n from pgboss.job where name = 'document-render' and state < 'completed'`))[0]!.n);
/** How often the document was rendered, and which of its files are kept. */
async function made(job: Job): Promise<{ events: number; files: number }> {
  const [row] = await ask<{ events: string; files: string }>(`select
    (select count(*) from event where stream_id = '${job.case}' and type = 'document.rendered') as events,
    (select count(*) from file_content f join document d on f.sha256 in (d.docx_sha256, d.pdf_sha256) where d.id = '${job.document}') as files`);
  return { events: Number(row!.events), files: Number(row!.files) };
}
const render = (job: Job): Promise<void> => renderDocument(h.engine, documentWriter, job);

describe('a job is delivered at least once, and done twice it leaves what it left once', () => {
  it('files its job with the command: one for every document, none for a command that is refused', async () => {
    const job = await disclosed('一份');
    assert.deepEqual([job.institution, (await made(job)).events], [h.who.id, 0]);
    const twice = { title: '不会有', kind: 'device', summary: '测试', contributors: [], rights: [] };
    await changesNothing(h.url, () => h.send(h.who.as('first'), 'achievement.disclose', { input: twice }));
  });
  it('makes the files of a document once, delivered again or three times at once', async () => {
    const job = await disclosed('多次送达');
    await Promise.all([render(job), render(job), render(job)]);
    assert.deepEqual(await made(job), { events: 1, files: 2 });
    await changesNothing(h.url, () => render(job));
    const input = { document: job.document, docx: 'a'.repeat(64), pdf: 'b'.repeat(64) };
    const result = await changesNothing(h.url, () =>
      h.send({ institution: h.who.id, person: null }, 'document.rendered', { case: job.case, input }),
    );
    const t = toldOnly(result);
    assert.deepEqual(
      [t.zh, t.en],
      ['这份文件已经生成，不再重复生成。', 'The files of this document are made already; they are not made again.'],
    );
  });
  it('leaves nothing where the writer fails, and is done when it is delivered again', async () => {
    const job = await disclosed('先失败');
    const broken = { ...documentWriter, pdf: () => Promise.reject(new Error('the writer broke')) };
    await changesNothing(h.url, () => assert.rejects(renderDocument(h.engine, broken, job), /the writer broke/));
    await render(job);
    assert.deepEqual(await made(job), { events: 1, files: 2 });
  });
  it('makes nothing of a document that there is not', async () => {
    await changesNothing(h.url, () =>
      render({ ...h.who, document: '00000000-0000-4000-8000-000000000001', case: h.who.file, institution: h.who.id }),
    );
  });
  it('makes the same bytes of the same model, so that a file is kept once', async () => {
    const job = await disclosed('同样的字节');
    const [row] = await ask<{ model: never }>(`select model from document where id = '${job.document}'`);
    for (const form of ['pdf', 'word'] as const)
      assert.deepEqual(Buffer.from(await documentWriter[form](row!.model)), Buffer.from(await documentWriter[form](row!.model)), form);
  });
  it('gives a person no way to say that a document was rendered', async () => {
    const job = await disclosed('冒充');
    const input = { document: job.document, docx: 'a'.repeat(64), pdf: 'b'.repeat(64) };
    for (const login of ['tto', 'first', 'admin']) {
      const t = toldOnly(await h.send(h.who.as(login), 'document.rendered', { case: job.case, input }));
      assert.deepEqual(
        [t.code, t.zh, t.en],
        ['command.unknown', '没有“document.rendered”这个操作。', 'There is no operation “document.rendered”.'],
      );
    }
  });
});

describe('several processes work the same queues', () => {
  it('makes every document’s files once, two workers together, jobs filed twice among them', async () => {
    const workers = await Promise.all(
      [1, 2].map(() => openHouse({ url: h.url, packs: h.packs.folder, clock: h.engine.clock, works: true })),
    );
    const jobs: Job[] = [];
    for (let n = 0; n < 6; n += 1) jobs.push(await disclosed(`队列${n}`));
    await ask(
      `insert into pgboss.job (name, data, retry_limit) select name, data, retry_limit from pgboss.job where name = 'document-render'`,
    );
    for (const w of workers) await work(w.engine);
    for (let n = 0; (await left()) > 0; n += 1) {
      assert.ok(n < 300, 'jobs are left over');
      await new Promise((r) => setTimeout(r, 100));
    }
    for (const w of workers) await w.close();
    for (const job of jobs) assert.deepEqual(await made(job), { events: 1, files: 2 });
    assert.deepEqual(
      await ask(`select state, count(*)::int as n from pgboss.job where name = 'document-render' and state <> 'completed' group by 1`),
      [],
    );
    await isWhole(h.url);
  });
});
