import { describe, expect, test } from 'vitest';
import { findDocuments } from '../../../src/extract/document/document.js';
import { found } from '../../support/found.js';

describe('documents', () => {
  test.each([
    ['印发《甲办法》《乙办法》等', ['《甲办法》', '《乙办法》']],
    ['《关于印发<格式>的通知》(国办公开办函〔2021〕30号)', ['《关于印发<格式>的通知》', '国办公开办函〔2021〕30号']],
    ['《法治政府建设实施纲要2021-2025)》', ['《法治政府建设实施纲要2021-2025)》']],
    ['《外《内》外》', ['《外《内》外》']],
    ['《条例》(国务院令第711号)', ['《条例》', '国务院令第711号']],
    ['公布《办法》(市政府令第263号)', ['《办法》', '市政府令第263号']],
    ['根据国发〔2021〕1号文件', ['国发〔2021〕1号']],
    ['《没有结尾、《有结尾》', ['《有结尾》']],
  ])('%s', (text, documents) => {
    expect(found(text, 'Document')).toEqual(documents);
  });

  test('marks without a partner do not take the rest of the report, nor long', () => {
    expect(found(`《开头\n《有结尾》`, 'Document')).toEqual(['《有结尾》']);
    const started = performance.now();
    expect(findDocuments('《'.repeat(200_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
