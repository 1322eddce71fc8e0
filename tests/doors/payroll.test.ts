import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { payrollCsv } from '../../apps/web/src/bench/payroll.ts';
import type { DistributionView } from '../../packages/capabilities/distribution/view.ts';
import { type Doors, openDoors } from '../support/doors.ts';

let d: Doors;
before(async () => {
  d = await openDoors();
});
after(() => d.close());

type Awards = Pick<DistributionView, 'awards'>;
const bytesOf = (view: Awards): Buffer => Buffer.from(decodeURIComponent(payrollCsv(view).replace('data:text/csv;charset=utf-8,', '')));
/** Read as RFC 4180 has it. */
const cellsOf = (bytes: Buffer): string[][] =>
  bytes
    .subarray(3)
    .toString()
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((m) => m[1]!.replaceAll('""', '"')));
const award = (more: Partial<Awards['awards'][number]>): Awards => ({
  awards: [{ staffNo: '1024', name: '某人', unit: '眼科', share: '100%', amount: '282150.00', ...more }],
});
const cell = (more: Partial<Awards['awards'][number]>, column: number): string => cellsOf(bytesOf(award(more)))[1]![column]!;

describe('The list that is handed over to payroll, as CSV', () => {
  it('holds who is awarded how much, to the fen, as the case page has it', async () => {
    const { body } = await d.call('GET', '/api/registers/distributions', { as: 'cy-finance' });
    const { body: page } = await d.call('GET', `/api/cases/${body.rows[0].id}`, { as: 'cy-finance' });
    const bytes = bytesOf(page.panels[body.rows[0].id]);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]); // the mark by which a spreadsheet knows that it is UTF-8
    assert.deepEqual(cellsOf(bytes), [
      ['工号', '姓名', '部门', '比例', '应发金额（元）'],
      ['cy-inventor', '发明人（眼科）', '眼科', '100%', '282150.00'],
    ]);
  });

  it('has no cell that a spreadsheet would run', () => {
    for (const name of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1',
      '＋1',
      '－1',
      '＠x',
      '|calc',
      '=HYPERLINK("http://x","点")',
    ])
      assert.equal(cell({ name }, 1), `'${name}`);
    for (const name of ['张三', '欧阳—喆', 'a=b', '（代）']) assert.equal(cell({ name }, 1), name);
  });

  it('keeps a staff number as it is written, where a spreadsheet would make a number or a day of it', () => {
    for (const staffNo of ['00123', '310101199001011234', '12E5', '1-2', '2026/3/1']) assert.equal(cell({ staffNo }, 0), `\t${staffNo}`);
    for (const staffNo of ['1024', 'A-007', 'cy-inventor']) assert.equal(cell({ staffNo }, 0), staffNo);
    assert.equal(cell({}, 4), '282150.00');
  });

  it('keeps quotes, commas and line breaks inside their cell', () => {
    const unit = '心内科,"二"\r\n病区';
    assert.ok(
      bytesOf(award({ unit }))
        .toString()
        .includes(`"${unit.replaceAll('"', '""')}"`),
    );
  });
});
