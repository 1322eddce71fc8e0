import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareClauses, showArticle } from './clause-id.ts';

describe('clauses are named as their texts name them', () => {
  it('writes articles, paragraphs, items and sentences', () => {
    assert.equal(showArticle('004:11.1', 'articles', ''), '第十一条（一）');
    assert.equal(showArticle('cn-conversion-law:45.p1.1', 'articles', ''), '第四十五条第一款（一）');
    assert.equal(showArticle('004:11.end', 'articles', ''), '第十一条末款');
    assert.equal(showArticle('004:10.p1.s2', 'articles', ''), '第十条第一款第二句');
    assert.equal(showArticle('cn-withholding:6.t1', 'articles', ''), '第六条附表一');
    assert.equal(showArticle('004:11.b', 'articles', ''), '第十一条（b）');
    assert.equal(showArticle('001:5.1.2.b', 'sections', ''), '5.1.2 b)');
    assert.equal(showArticle('001:5.2.2.a.2', 'sections', ''), '5.2.2 a) 2)');
    assert.equal(showArticle('000:8.2.p2', 'sections', ''), '8.2 第2段');
    assert.equal(showArticle('001:6.2.1.t1', 'sections', ''), '6.2.1 表1');
    assert.equal(showArticle('000:a.1.2.d', 'sections', ''), '附录A.1.2 d)');
    assert.equal(showArticle('000:a.4.p2', 'sections', ''), '附录A.4 第2段');
    assert.equal(showArticle('chaoyang:process', 'names', '转化流程八步'), '转化流程八步');
  });
  it('sorts as the text counts', () => {
    const article = [
      '004:9.p1',
      '004:10',
      '004:11',
      '004:11.p1.s1',
      '004:11.p1.s2',
      '004:11.1',
      '004:11.1.s2',
      '004:11.2',
      '004:11.10',
      '004:11.end',
    ];
    const section = ['001:5.1.2', '001:5.1.2.p1', '001:5.1.2.t1', '001:5.1.2.a', '001:5.1.2.b', '001:5.1.10', '001:a.1', '001:a.1.2.d'];
    for (const order of [article, section]) assert.deepEqual([...order].reverse().sort(compareClauses), order);
  });
});
