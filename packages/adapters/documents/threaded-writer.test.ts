import { deepEqual, ok, rejects } from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import type { DocumentModel } from '../../kernel/document.ts';
import { threadedWriter } from './threaded-writer.ts';
import { documentWriter } from './writer.ts';

const sheet = (title: string): DocumentModel => ({
  title,
  issuer: '某医院',
  blocks: [{ table: { head: ['工号', '姓名'], rows: Array.from({ length: 400 }, (_, i) => [`A${i}`, '王小明']), right: [] } }],
  basis: ['《某医院办法》第三条'],
});

describe('a document is written in a thread beside the server', () => {
  it('is the same to the byte as written here, several at once', async () => {
    const writer = threadedWriter();
    const models = ['一', '二', '三'].map(sheet);
    const written = await Promise.all(models.flatMap((m) => [writer.word(m), writer.pdf(m)]));
    const here: Uint8Array[] = [];
    for (const m of models) here.push(await documentWriter.word(m), await documentWriter.pdf(m));
    deepEqual(
      written.map((x) => Buffer.from(x)),
      here.map((x) => Buffer.from(x)),
    );
  });

  it('leaves the thread it was asked from free', async () => {
    const writer = threadedWriter();
    await writer.pdf(sheet('暖'));
    const before = performance.eventLoopUtilization();
    await writer.pdf(sheet('长'));
    ok(performance.eventLoopUtilization(before).utilization < 0.5);
  });

  it('tells the fault of a document in its words, and writes the next one', async () => {
    process.env.TONGTU_FONTS = '/no/such/folder';
    try {
      const writer = threadedWriter();
      await rejects(writer.pdf(sheet('无字体')), /No font folder at \/no\/such\/folder/);
      ok((await writer.word(sheet('有字'))).length > 1000);
    } finally {
      delete process.env.TONGTU_FONTS;
    }
  });
});
