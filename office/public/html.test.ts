import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from './html.ts';

describe('html', () => {
  test('writes what is put in as text, wherever it stands', () => {
    const given = `<script>alert("1")</script> & 'more' \``;
    const page = html`<p title="${given}">${given}</p>`.toString();
    expect(page.match(/</g)).toHaveLength(2);
    expect(page.match(/"/g)).toHaveLength(2);
    expect(page).not.toContain('script>');
  });

  test('keeps what it wrote itself, alone and in lists, however deep', () => {
    const rows = ['甲', '<乙>'].map((name) => html`<li>${name}</li>`);
    expect(html`<ul>${rows}${[[rows[0]]]}</ul>`.toString()).toBe(
      '<ul><li>甲</li><li>&#60;乙&#62;</li><li>甲</li></ul>',
    );
  });

  test('writes 0, and nothing for what is not there', () => {
    expect(html`[${0}|${null}|${undefined}|${false}|${''}]`.toString()).toBe('[0||||]');
  });

  test('refuses an attribute without quotes', () => {
    expect(() => html`<a href=${'/p'}>`).toThrow(/quotes/);
  });

  test('an object that only looks like a page is text', () => {
    const posing = { toString: () => '<b>' } as unknown as string;
    expect(html`${posing}`.toString()).toBe('&#60;b&#62;');
  });

  test('no text whatever opens a tag, closes a quote or begins an entity of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const written = html`${given}`.toString();
        expect(written).not.toMatch(/[<>"'`]/);
        const read = written.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        expect(read).toBe(given);
      }),
    );
  });
});
