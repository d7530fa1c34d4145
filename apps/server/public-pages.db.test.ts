import { randomUUID } from 'node:crypto';
import { listNeeds, recordProof } from '@liangbuwu/office/commitments/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { renewPointCode } from '@liangbuwu/water/public/codes.contract.ts';
import { enterPoint } from '@liangbuwu/water/public/point-store.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { laid, publicPoint } from './testing/public-point.ts';
import { day } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let at: Awaited<ReturnType<typeof publicPoint>>;
let browser: ReturnType<typeof stranger>;
beforeAll(async () => {
  server = await testServer({ solve: true });
  at = await publicPoint(server);
  browser = stranger(server.app);
});
afterAll(() => server.close());

const rowsSeen = async (code: string | undefined) =>
  server.database.app.transaction().execute(async (tx) => {
    const entered = code === undefined ? undefined : await enterPoint(tx, code);
    const { rows } = await sql<{ seen: string[] }>`
      select array_agg(distinct area::text) as seen from (
        select area from water.point union all select area from register.household
        union all select area from water.tanker union all select area from commitments.promise) x`.execute(
      tx,
    );
    return { entered, areas: rows[0]?.seen ?? [] };
  });

describe('a point’s code', () => {
  test('opens the point’s village and nothing else', async () => {
    expect(await rowsSeen(undefined)).toEqual({ entered: undefined, areas: [] });
    expect(await rowsSeen('ACDE3467')).toEqual({ entered: undefined, areas: [] });
    const { entered, areas } = await rowsSeen(at.code.near);
    expect(entered).toMatchObject({ tenant: server.tenant, point: at.point.near });
    expect(areas).toEqual([server.areas.village]);
  });

  test('that was never given, was taken back, or cannot be one: the same answer', async () => {
    const other = await browser.open(`/p/${at.code.far}`);
    const { code } = await at.officer(renewPointCode, {
      params: { point: at.point.far },
      body: { replaces: at.code.far },
    });
    expect((await browser.open(`/p/${code}`)).text).toContain('二组');
    const answers = await Promise.all(
      [at.code.far, 'ACDE3467', 'none', "' or 1=1 --", '%F0%9F%92%A7'].map((one) =>
        browser.open(`/p/${encodeURIComponent(one)}`),
      ),
    );
    expect(other.status).toBe(200);
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404 });
    expect(answers[0]?.text).toContain('没有这个编号的供水点。');
    at.code.far = code ?? '';
  });

  test('opens nothing once its point is taken off the register', async () => {
    const turn = (removed: boolean) =>
      sql`update water.point set removed = ${removed} where id = ${at.point.far}`.execute(
        server.database.owner,
      );
    await turn(true);
    const gone = await browser.open(`/p/${at.code.far}`);
    expect(gone.html).toBe((await browser.open('/p/ACDE3467')).html);
    await turn(false);
    expect((await browser.open(`/p/${at.code.far}`)).status).toBe(200);
  });

  test('typed on the first page leads to the point', async () => {
    const { status, headers } = await browser.open(`/p?code=${at.code.near.toLowerCase()}`);
    expect(status).toBe(303);
    expect(headers.location).toBe(`/p/${at.code.near}?lang=zh`);
  });
});

describe('a page', () => {
  test('asked for by HEAD is there too, and wrong codes tried by it count', async () => {
    const own = stranger(server.app, '203.0.113.8');
    expect((await own.open(`/p/${at.code.near}`, 'HEAD')).status).toBe(200);
    for (let i = 0; i < 60; i++) await own.open('/p/ACDE3467', 'HEAD');
    expect((await own.open(`/p/${at.code.near}`)).status).toBe(429);
  });

  test('that is none is not asked for without end either', async () => {
    const own = stranger(server.app, '203.0.113.9');
    for (let i = 0; i < 60; i++) await own.open('/p/a/b/c');
    expect((await own.open('/p/a/b/c')).status).toBe(429);
  });

  test('runs no script, loads nothing, and is framed by nobody', async () => {
    const { headers, html } = await browser.open(`/p/${at.code.near}`);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/);
    expect(policy).not.toContain('script');
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|<img|<link|https?:/i);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['set-cookie']).toBeUndefined();
    const form = await browser.open(`/p/${at.code.near}/ask`);
    expect(form.headers['cache-control']).toBe('private, no-cache');
  });

  test('says the next tanker, who collects when, and by which sum', async () => {
    const { needs } = await at.officer(listNeeds, {
      query: { response: at.of.response, day, desk: 'water' },
    });
    const own = needs.find(({ subject }) => subject === `point:${at.point.near}`);
    const [first] = own?.promises ?? [];
    const { text } = await browser.open(`/p/${at.code.near}`);
    const time = Temporal.Instant.from(first?.dueFrom ?? '')
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainTime()
      .toString()
      .slice(0, 5);
    expect(text).toMatch(new RegExp(`下一趟送水车 今天 · 11月10日周四 ${time}–`));
    expect(text).toContain(`${new Intl.NumberFormat('zh-CN').format(first?.quantity ?? 0)} 升`);
    expect(text).toMatch(/3组/);
    const [, people, each, taps, flow, minutes] =
      /(\d+) 人 × 每人 ([\d.]+) 升 ÷（(\d+) 个龙头 × 每分钟 ([\d.]+) 升）= ([\d.]+) 分钟/.exec(
        text,
      ) ?? [];
    expect(Number(people)).toBe(48);
    expect((48 * Number(each)) / (Number(taps) * Number(flow))).toBeCloseTo(Number(minutes), 0);
  });

  test('in English says the same in English; the address decides before the browser', async () => {
    const { text, html } = await browser.open(`/p/${at.code.near}?lang=en`);
    expect(html).toContain('<html lang="en">');
    for (const part of ['Next tanker', 'When to collect', 'Ask for water at your door'])
      expect(text).toContain(part);
    expect(text.replace(/一组|甲一村|甲镇|3组|[一二]号|中文/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  test('that is none says so as a page', async () => {
    for (const path of [`/p/${at.code.near}/nothing`, '/p/a/b/c']) {
      const { status, text, headers } = await browser.open(path);
      expect({ status, type: headers['content-type'] }).toEqual({
        status: 404,
        type: 'text/html; charset=utf-8',
      });
      expect(text).toContain('没有这个页面。');
    }
  });

  test('says what came by both sides, and where they differ both', async () => {
    const { needs } = await at.officer(listNeeds, {
      query: { response: at.of.response, day, desk: 'water' },
    });
    const own = needs.find(({ subject }) => subject === `point:${at.point.near}`);
    const promise = own?.promises[0]?.id ?? '';
    await at.officer(advanceClock, {
      params: { response: at.of.response },
      body: { to: `${day}T20:00:00+08:00` },
    });
    const say = (side: 'giver' | 'receiver', quantity: number) =>
      at.officer(recordProof, {
        params: { promise, proof: randomUUID() },
        body: { side, quantity, at: `${day}T19:30:00+08:00` },
      });
    await say('giver', 3000);
    expect((await browser.open(`/p/${at.code.near}`)).text).toContain(
      '司机说来了 3,000 升 村里还没有登记',
    );
    await say('receiver', 2200);
    const { text } = await browser.open(`/p/${at.code.near}`);
    expect(text).toContain('两边说的不一样');
    expect(text).toContain('司机说来了 3,000 升 村里说来了 2,200 升');
    await say('receiver', 3000);
    expect((await browser.open(`/p/${at.code.near}`)).text).toContain(
      '来了 3,000 升，司机和村里说的一样',
    );
  });
});

test('no page has a name, a telephone, a house or an id, in its text or in its source', async () => {
  const asked = {
    litres: '20',
    address: '皂角树下第三家',
    name: '梅映雪',
    phone: '137 2222 3333',
    note: '三只花猫',
  };
  const sent: string[] = [];
  for (const code of [at.code.near, at.code.far]) {
    const form = await browser.open(`/p/${code}/ask`);
    const receipt = await browser.send(`/p/${code}/ask`, { ...hiddenFields(form), ...asked });
    const number = /受理号 (\d+日\d+号)/.exec(receipt.text)?.[1] ?? '';
    const own = await browser.send(`/p/${code}/requests`, { number, figures: '3333' });
    expect(own.text).toContain('还没有答复');
    sent.push(receipt.html, own.html);
  }
  const paths = ['', '/ask', '/answer', '/requests'].flatMap((path) =>
    [at.code.near, at.code.far].flatMap((code) =>
      ['zh', 'en'].map((language) => `/p/${code}${path}?lang=${language}`),
    ),
  );
  const opened = await Promise.all([...paths, '/p', '/p/none'].map((path) => browser.open(path)));
  expect(opened.filter(({ status }) => status === 200)).toHaveLength(paths.length + 1);
  const secrets = [
    ...laid.flatMap(({ label, name, phone }) => [
      label,
      label.replace('甲一村', ''),
      name,
      phone,
      phone.slice(-4),
    ]),
    ...Object.values(asked).filter((one) => one !== '20'),
    '13722223333',
    '3333',
    ...at.households.map(({ id }) => id),
    server.tenant,
    ...Object.values(server.areas),
    ...Object.values(at.point),
    at.of.response,
  ];
  for (const html of [...opened.map((page) => page.html), ...sent]) {
    const source = html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/name="figures" value="3333"/, '');
    const plain = source.replace(/<[^>]*>/g, '').replace(/\s+/g, '');
    expect(secrets.filter((secret) => source.includes(secret) || plain.includes(secret))).toEqual(
      [],
    );
  }
});
