import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { work } from '../../apps/server/work.ts';
import { printedPages } from '../../packages/adapters/documents/printed-text.ts';
import { isWellFormed, writtenTexts, zipParts } from '../../packages/adapters/documents/written-text.ts';
import { type Answer, answerOf, type Doors, openDoors } from '../support/doors.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
type Document = { id: string; case: string; kind: string; title: string; version: number; state: string; rendered: boolean };
let d: Doors;
before(async () => {
  d = await openDoors({ works: true });
});
after(() => d.close());

const together = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');
/** The name that a download is to be kept under, as RFC 5987 carries it. */
const nameOf = (a: Answer): string =>
  decodeURIComponent(/^attachment; filename\*=UTF-8''([\w%.~!#$&+^`|-]+)$/.exec(String(a.raw.headers['content-disposition']))![1]!);
async function conversion(as: string, state: string): Promise<string> {
  const { body } = await d.call('GET', `/api/registers/conversions?state=${state}`, { as });
  return body.rows[0].id;
}
async function documentsOf(as: string, id: string): Promise<Document[]> {
  return (await d.call('GET', `/api/cases/${id}`, { as })).body.documents;
}

describe('An issued document is downloaded as PDF and as Word', () => {
  let id: string;
  let documents: Document[];
  before(async () => {
    id = await conversion('cy-tto', 'contracted');
    const first = (await documentsOf('cy-tto', id)).find((x) => x.kind === 'payroll-list')!;
    assert.deepEqual((await d.call('GET', `/api/documents/${first.id}/pdf`, { as: 'cy-tto' })).codes, ['document.not_made']);
    await work(d.engine); // what a server does in the background
    for (let waited = 0; waited < 40_000; waited += 100) {
      documents = await documentsOf('cy-tto', id);
      if (documents.every((x) => x.rendered)) break;
      await new Promise((r) => setTimeout(r, 100));
    }
  });

  const expected = {
    'payroll-list': ['科技成果转化奖励发放名单', '发明人（眼科）', '282,150.00'],
    'award-approval': ['科技成果转化收益分配审批表', '297,000.00元', '朝阳医院'],
    'price-notice': ['公示', '眼内液检测技术'],
  };
  for (const [kind, texts] of Object.entries(expected)) {
    it(`${kind}: the same Chinese words in both files, under a Chinese name`, async () => {
      const document = documents.find((x) => x.kind === kind)!;
      const pdf = await d.call('GET', `/api/documents/${document.id}/pdf`, { as: 'cy-tto' });
      assert.deepEqual(
        [pdf.status, pdf.raw.headers['content-type'], pdf.raw.headers['x-content-type-options']],
        [200, 'application/pdf', 'nosniff'],
      );
      assert.equal(nameOf(pdf), `${document.title}（第${document.version}版）.pdf`);
      assert.ok(pdf.raw.rawPayload.subarray(0, 5).toString() === '%PDF-' && pdf.raw.rawPayload.subarray(-1024).includes('%%EOF'));
      const printed = together(printedPages(pdf.raw.rawPayload).map((p) => p.text));
      const docx = await d.call('GET', `/api/documents/${document.id}/docx`, { as: 'cy-tto' });
      assert.deepEqual([docx.status, docx.raw.headers['content-type']], [200, word]);
      assert.equal(nameOf(docx), `${document.title}（第${document.version}版）.docx`);
      const parts = zipParts(docx.raw.rawPayload);
      for (const [name, xml] of parts) if (name.endsWith('.xml')) assert.ok(isWellFormed(xml), name);
      const written = together(writtenTexts(parts.get('word/document.xml')!));
      for (const text of texts) assert.ok(printed.includes(text) && written.includes(text), `${text}\n${printed}\n${written}`);
    });
  }

  it('is there for who takes part, and for nobody of another institution', async () => {
    const [document] = documents;
    for (const as of ['cy-inventor', 'cy-audit'])
      assert.equal((await d.call('GET', `/api/documents/${document!.id}/pdf`, { as })).status, 200, as);
    for (const as of ['sh-tto', 'sh-inventor'])
      assert.equal((await d.call('GET', `/api/documents/${document!.id}/pdf`, { as })).status, 404, as);
    assert.deepEqual((await d.call('GET', `/api/documents/${document!.id}/exe`, { as: 'cy-tto' })).codes, ['route.not_found']);
  });

  it('stays to be had after a correction, and its name says that it is superseded', async () => {
    const { body: page } = await d.call('GET', `/api/cases/${id}`, { as: 'cy-tto' });
    const { body: registered } = await d.call('GET', '/api/registers/receipts', { as: 'cy-tto' });
    const receipt = page.cases.find((c: { procedure: string }) => c.procedure === 'receipt').id;
    assert.equal(registered.total, 1);
    const ask = { table: 'receipt', row: registered.rows[0].id, field: 'amount', value: '300000.00', reason: '到账单据有误' };
    const asked = await d.call('POST', '/api/commands/correction.ask', { as: 'cy-finance', body: { case: receipt, input: ask } });
    assert.equal(asked.status, 200, asked.raw.body);
    const { corrections } = (await d.call('GET', `/api/cases/${id}`, { as: 'cy-tto' })).body;
    const decide = { correction: corrections[0].id, approve: true };
    assert.deepEqual(
      (await d.call('POST', '/api/commands/correction.decide', { as: 'cy-dean', body: { case: receipt, input: decide } })).status,
      200,
    );
    const superseded = (await documentsOf('cy-tto', id)).filter((x) => x.state === 'superseded');
    assert.ok(superseded.some((x) => x.kind === 'payroll-list'));
    for (const document of superseded) {
      const before = documents.find((x) => x.id === document.id)!;
      assert.equal(before.state, 'issued');
      const pdf = await d.call('GET', `/api/documents/${document.id}/pdf`, { as: 'cy-tto' });
      assert.deepEqual([pdf.status, nameOf(pdf)], [200, `${document.title}（第${document.version}版，已被取代）.pdf`]);
    }
  });
});

type Form = {
  readonly bytes: Buffer | string;
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly fileFirst?: boolean;
};
async function file(on: string, as: string, f: Form): Promise<Answer> {
  const form = new FormData();
  const put = (): void => form.set('file', new File([f.bytes as never], f.name ?? 'scan.bin', { type: 'application/x-anything' }));
  if (f.fileFirst) put();
  for (const [k, v] of Object.entries(f.fields ?? {})) form.set(k, v);
  if (!f.fileFirst) put();
  return answerOf(
    await d.app.inject({ method: 'POST', url: `/api/cases/${on}/papers`, payload: form, headers: { cookie: await d.cookieOf(as) } }),
  );
}
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

describe('000 5.4.2 图片资料、影像资料、会议记录资料: a paper is filed as what its bytes are', () => {
  const zip = (part: string): Buffer => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(part)]);
  let on: string;
  before(async () => {
    on = await conversion('sh-tto', 'approving');
  });

  it('knows PDF, pictures, Word, Excel, recordings and text by their content, whatever their name says', async () => {
    const kinds: readonly (readonly [string, Buffer, string])[] = [
      ['application/pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
      ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'png'],
      ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
      [word, zip('word/document.xml'), 'docx'],
      ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip('xl/workbook.xml'), 'xlsx'],
      ['audio/mpeg', Buffer.from('ID3\x04'), 'mp3'],
      ['video/mp4', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'mp4'],
      ['text/plain', Buffer.from('会议记录：同意。'), 'txt'],
    ];
    for (const [mediaType, bytes, ending] of kinds) {
      const filed = await file(on, 'sh-tto', { bytes, name: 'virus.exe', fields: { title: `材料 ${ending}`, kind: 'other' } });
      assert.deepEqual(filed.body, { paper: filed.body.paper, title: `材料 ${ending}`, mediaType, sha256: sha256(bytes) }, filed.raw.body);
      const back = await d.call('GET', `/api/papers/${filed.body.paper}`, { as: 'sh-dean' });
      assert.deepEqual([back.status, nameOf(back), back.raw.rawPayload.equals(bytes)], [200, `材料 ${ending}.${ending}`, true]);
      assert.equal(String(back.raw.headers['content-type']).split(';')[0], mediaType);
    }
  });

  it('takes in nothing that a browser or a desk would run, and no empty file', async () => {
    const bad = [
      '<!DOCTYPE html><script>alert(1)</script>',
      ' <html>',
      '<svg onload=alert(1)>',
      '<script>',
      'MZ\0\0',
      'PK\x03\x04 any zip',
      '\0',
      'latin \xff',
      '',
    ];
    for (const bytes of bad) {
      const answer = await file(on, 'sh-tto', { bytes: Buffer.from(bytes, 'latin1'), name: 'minutes.pdf' });
      assert.deepEqual([answer.status, answer.codes], [415, ['file.kind_not_allowed']], bytes);
      assert.match(answer.body.detail, /minutes\.pdf/);
    }
  });

  it('takes 20 MB and not a byte more', async () => {
    const bytes = Buffer.alloc(20 * 1_048_576, 'a');
    assert.equal((await file(on, 'sh-tto', { bytes })).status, 200);
    const more = await file(on, 'sh-tto', { bytes: Buffer.concat([bytes, Buffer.from('a')]) });
    assert.deepEqual([more.status, more.codes, more.body.refusals[0].facts], [413, ['file.too_large'], { most: 20 }]);
  });

  it('reads what is said of it before the file or after it, and refuses what it does not know', async () => {
    const bytes = '院长办公会纪要';
    for (const fileFirst of [false, true]) {
      const filed = await file(on, 'sh-tto', { bytes, fileFirst, fields: { kind: 'minutes', title: '纪要' } });
      const { papers } = (await d.call('GET', `/api/cases/${on}`, { as: 'sh-tto' })).body;
      const shown = papers.find((p: { id: string }) => p.id === filed.body.paper);
      assert.deepEqual([shown.kind, shown.title, shown.sha256, shown.size], ['minutes', '纪要', sha256(bytes), Buffer.byteLength(bytes)]);
    }
    const refused = async (fields: Record<string, string>) => {
      const answer = await file(on, 'sh-tto', { bytes, fields });
      return [...answer.codes, answer.body.refusals[0].at.join('.')];
    };
    assert.deepEqual(await refused({ kind: 'novel' }), ['choice.not_offered', 'kind']);
    assert.deepEqual(await refused({ title: '长'.repeat(201) }), ['field.too_long', 'title']);
    assert.deepEqual(await refused({ sha256: '0'.repeat(64) }), ['field.unknown', 'sha256']);
  });

  it('keeps the same bytes once, and each filing of them as a paper of its own', async () => {
    const bytes = '同一份材料';
    const [first, second] = [await file(on, 'sh-tto', { bytes }), await file(on, 'sh-finance', { bytes })];
    assert.ok(first.body.paper !== second.body.paper && first.body.sha256 === second.body.sha256);
    const { rows } = await d.engine.database.pool.query('select file_known($1) as known', [sha256(bytes)]);
    assert.equal(rows[0].known, true);
    for (const { body } of [first, second])
      assert.equal((await d.call('GET', `/api/papers/${body.paper}`, { as: 'sh-tto' })).raw.body, bytes);
  });

  it('gives back a name that a header can carry, whatever the title says', async () => {
    const title = `../../“封套”'(1)*";\t纪要/2026`;
    const { body } = await file(on, 'sh-tto', { bytes: 'x', fields: { title } });
    assert.equal(nameOf(await d.call('GET', `/api/papers/${body.paper}`, { as: 'sh-tto' })), `${title}.txt`);
  });

  it('says what is missing where no form, no file or no right comes with it', async () => {
    const plain = await d.call('POST', `/api/cases/${on}/papers`, { as: 'sh-tto', body: { kind: 'minutes' } });
    assert.deepEqual([plain.status, plain.codes], [422, ['file.missing']]);
    const form = new FormData();
    form.set('kind', 'minutes');
    const cookie = await d.cookieOf('sh-tto');
    const empty = answerOf(await d.app.inject({ method: 'POST', url: `/api/cases/${on}/papers`, payload: form, headers: { cookie } }));
    assert.deepEqual([empty.status, empty.codes], [422, ['file.missing']]);
    const elsewhere = await file(await conversion('cy-tto', 'contracted'), 'sh-tto', { bytes: 'not theirs to file' });
    assert.deepEqual(elsewhere.codes, ['case.not_found']);
    const { rows } = await d.engine.database.pool.query('select file_known($1) as known', [sha256('not theirs to file')]);
    assert.equal(rows[0].known, false);
    assert.deepEqual(d.faults, []);
  });
});
