import { expect, test } from 'vitest';
import { startLanguage } from './language.ts';
import { messageFaults } from './message-faults.ts';
import { defineMessages } from './messages.ts';

const good = defineMessages('room', {
  'zh-CN': { title: '今日', trips: '{{count}} 趟', deep: { say: '{{who}} 已到' } },
  en: {
    title: 'Today',
    trips: '{{count}} trips',
    trips_one: '{{count}} trip',
    deep: { say: '{{who}} is here' },
  },
});

function memory(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

test('good texts have no fault', () => {
  expect(messageFaults(good)).toEqual([]);
});

test('each kind of fault is found', () => {
  const bad = {
    namespace: 'bad',
    texts: {
      'zh-CN': { a: '甲', b: '{{n}} 个', c: '丙', d: ' ' },
      en: { a: '甲', b: '{{m}} of them', d: 'D', e: 'E' },
    },
  };
  expect(messageFaults(bad)).toEqual([
    'b: {{…}} differ: "{{n}}" / "{{m}}"',
    'c: missing in en',
    'd: empty in zh-CN',
    'a: Chinese characters in en',
    'e: missing in zh-CN',
  ]);
});

test('Chinese comes first, the choice is remembered, and counts read well', async () => {
  const storage = memory();
  const first = startLanguage({ bundles: [good], storage });
  expect(first.t('title', { ns: 'room' })).toBe('今日');
  await first.changeLanguage('en');
  const second = startLanguage({ bundles: [good], storage });
  expect(second.language).toBe('en');
  expect(second.t('trips', { ns: 'room', count: 1 })).toBe('1 trip');
  expect(second.t('trips', { ns: 'room', count: 2 })).toBe('2 trips');
  expect(second.t('deep.say', { ns: 'room', who: 'A & B' })).toBe('A & B is here');
});

test('a browser that forbids storage still speaks', () => {
  const forbidden = {
    getItem() {
      throw new DOMException('no', 'SecurityError');
    },
  } as unknown as Storage;
  expect(startLanguage({ bundles: [good], storage: forbidden }).language).toBe('zh-CN');
});
