import { randomUUID } from 'node:crypto';
import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import * as routes from '@liangbuwu/water/requests/requests.contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { publicPoint } from './testing/public-point.ts';
import { day } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let at: Awaited<ReturnType<typeof publicPoint>>;
let cadre: Call;
let otherCadre: Call;
let otherOfficer: Call;
beforeAll(async () => {
  server = await testServer({ solve: true });
  at = await publicPoint(server);
  cadre = await server.as('village-cadre', 'village');
  otherCadre = await server.as('village-cadre', 'otherVillage');
  otherOfficer = await server.as('town-officer', 'otherTown');
});
afterAll(() => server.close());

let visitors = 0;
/** Somebody else each time, from another network. */
const browser = () => stranger(server.app, `198.51.100.${++visitors}`);
const list = async (by: Call) =>
  (await by(routes.listRequests, { query: { response: at.of.response, area: at.of.area, day } }))
    .requests;
const door = { litres: '40', address: '梅花井东头', phone: '137-2222 3333', name: '梅映雪' };
const step = (by: Call, request: string, body: Parameters<typeof stepBody>[0], id = randomUUID()) =>
  by(routes.takeRequestStep, { params: { request, step: id }, body: stepBody(body) });
const stepBody = (body: {
  event: 'promised' | 'done' | 'answered' | 'refused' | 'not-at-home' | 'withdrawn';
  from?: string;
  to?: string;
  litres?: number;
  words?: string;
}) => body;
const refused = (code: string) => ({ body: { code } });
const promised = {
  event: 'promised' as const,
  from: `${day}T15:00:00+08:00`,
  to: `${day}T16:00:00+08:00`,
};

async function sendDoor(fields: Record<string, string> = door) {
  const own = browser();
  const form = await own.open(`/p/${at.code.near}/ask`);
  const hidden = hiddenFields(form);
  const receipt = await own.send(`/p/${at.code.near}/ask`, { ...hidden, ...fields });
  const number = /受理号 (\d+日\d+号)/.exec(receipt.text)?.[1] ?? '';
  return { own, receipt, number, hidden, id: hidden.id ?? '' };
}

describe('water to the door', () => {
  test('is asked for once however often it is sent, and says by when there is an answer', async () => {
    const { own, receipt, number, hidden, id } = await sendDoor();
    expect(receipt.status).toBe(200);
    expect(number).toBe('10日1号');
    expect(receipt.text).toContain('最迟 11月10日周四 09:00 答复');
    expect(receipt.text).toContain('07:00 + 2 小时 = 09:00');
    const twice = await Promise.all(
      [1, 2, 3].map(() => own.send(`/p/${at.code.near}/ask`, { ...hidden, ...door })),
    );
    expect(new Set(twice.map(({ html }) => html))).toEqual(new Set([receipt.html]));
    expect((await list(at.officer)).map((one) => one.id)).toEqual([id]);
    const changed = await own.send(`/p/${at.code.near}/ask`, { ...hidden, ...door, litres: '60' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('这张表已经交过，是 10-1 号');
  });

  test('may say more in several lines, which a browser ends with CR LF', async () => {
    const { receipt, id } = await sendDoor({ ...door, note: '门口有狗\r\n请先打电话\r\n' });
    expect(receipt.status).toBe(200);
    const opened = await cadre(routes.openRequest, {
      params: { request: id },
      body: { why: 'deliver' },
    });
    expect(opened.contact.note).toBe('门口有狗\n请先打电话');
    const lines = `${'字\r\n'.repeat(149)}字字`;
    expect((await sendDoor({ ...door, note: lines })).receipt.status).toBe(200);
  });

  test('the same form sent by many at the same moment is one request', async () => {
    const own = browser();
    const hidden = hiddenFields(await own.open(`/p/${at.code.near}/ask`));
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => own.send(`/p/${at.code.near}/ask`, { ...hidden, ...door })),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await list(at.officer)).filter(({ id }) => id === hidden.id)).toHaveLength(1);
  });

  test('who asks is sealed: in no column, no entry of the ledger, no log', async () => {
    const { rows } = await sql<{ rows: string }>`
      select string_agg(r::text, ' ') as rows from water.request r`.execute(server.database.owner);
    const { entries } = await at.county(listEntries, {
      query: { response: at.of.response, action: 'water.request-asked' },
    });
    expect(entries).toHaveLength(4);
    const kept = `${rows[0]?.rows} ${JSON.stringify(entries)} ${server.logged.join('\n')}`;
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of ['梅映雪', '13722223333', '2222 3333', '梅花井'])
      expect([kept.includes(secret), kept.includes(hex(secret))]).toEqual([false, false]);
  });

  test('the resident sees the promise, then its proof', async () => {
    const { own, number, id } = await sendDoor();
    const look = () => own.send(`/p/${at.code.near}/requests`, { number, figures: '3333' });
    expect((await look()).text).toContain('还没有答复');
    await step(cadre, id, promised);
    expect((await look()).text).toContain('11月10日周四 15:00–16:00 送到');
    await step(cadre, id, { event: 'done', litres: 40, words: '村志愿者小组' });
    const { text, headers } = await look();
    expect(text).toMatch(/已经办好.*送到 40 升.*村志愿者小组/);
    expect(headers['cache-control']).toBe('no-store');
    await expect(step(cadre, id, promised)).rejects.toMatchObject(refused('cannot-happen'));
  });

  test('who has no telephone is given four figures to say, and can take it back by them', async () => {
    const { own, receipt, number } = await sendDoor({ litres: '20', address: '井边' });
    const figures = /四位口令 (\d{4})/.exec(receipt.text)?.[1] ?? '';
    const seen = await own.send(`/p/${at.code.near}/requests`, {
      number: number.replace(/\D+/, '-'),
      figures,
    });
    expect(seen.text).toContain('还没有答复');
    const gone = await own.send(`/p/${at.code.near}/withdraw`, hiddenFields(seen));
    expect(gone.text).toContain('已经撤回');
    expect(gone.html).not.toContain('/withdraw');
    const again = await own.send(`/p/${at.code.near}/withdraw`, hiddenFields(seen));
    expect(again.status).toBe(200);
  });
});

describe('what is not let in', () => {
  test.each([
    ['from another site', { origin: 'https://elsewhere.test' }, 403, '来自别的网站'],
    ['from nowhere', { origin: 'null' }, 403, '来自别的网站'],
    ['as JSON', { 'content-type': 'application/json' }, 415, '只接受网页表单'],
  ])('a form %s is refused as a page', async (_, headers, status, text) => {
    const answer = await browser().send(
      `/p/${at.code.near}/ask`,
      { id: randomUUID(), ...door },
      headers,
    );
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });

  test('what was typed wrongly is named as the form names it', async () => {
    const fields = { id: randomUUID(), phone: '12' };
    const answer = await browser().send(`/p/${at.code.near}/ask`, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/多少升.*送到哪里/);
    const much = await browser().send(`/p/${at.code.near}/ask`, {
      ...door,
      id: randomUUID(),
      litres: '很多',
    });
    expect(much.text).toContain('请填 0 到 2000 的整数');
    const phone = await browser().send(`/p/${at.code.near}/ask`, {
      ...door,
      id: randomUUID(),
      phone: '12',
    });
    expect(phone.text).toContain('电话号码看不明白');
    expect(
      (await browser().send(`/p/${at.code.near}/ask`, { ...door, note: 'x'.repeat(20_000) }))
        .status,
    ).toBe(413);
  });

  test('wrong figures and a wrong number look alike, and are held off after five', async () => {
    const { own, number } = await sendDoor();
    const look = (of: { number: string; figures: string }, by = own) =>
      by.send(`/p/${at.code.near}/requests`, of);
    const wrong = await look({ number, figures: '9999' });
    const none = await look({ number: '10-9999', figures: '9999' });
    expect(wrong.status).toBe(404);
    expect(none.html).toBe(wrong.html);
    for (let i = 0; i < 4; i++) await look({ number, figures: String(1000 + i) }, browser());
    const late = await look({ number, figures: '3333' }, browser());
    expect(late.status).toBe(429);
    expect(late.text).toContain('尝试过于频繁');
  });

  test('wrong figures typed at another village’s page close no number of this one', async () => {
    const { own, number } = await sendDoor();
    const point = { id: randomUUID(), area: server.areas.otherVillage, name: '三组' };
    await sql`insert into water.point select (jsonb_populate_record(p, ${JSON.stringify(point)}::jsonb)).*
      from water.point p where p.id = ${at.point.near}`.execute(server.database.owner);
    await sql`insert into water.point_code (tenant, code, point, area, given)
      values (${server.tenant}, 'ACDE4679', ${point.id}, ${point.area}, now())`.execute(
      server.database.owner,
    );
    const tries = await Promise.all(
      Array.from({ length: 6 }, () =>
        browser().send('/p/ACDE4679/requests', { number, figures: '9999' }),
      ),
    );
    expect(tries.map(({ status }) => status)).toContain(404);
    const seen = await own.send(`/p/${at.code.near}/requests`, { number, figures: '3333' });
    expect(seen.text).toContain('还没有答复');
  });

  test('one network that sends forms without end is told to wait', async () => {
    const own = browser();
    const answers = [];
    for (let i = 0; i < 61; i++) answers.push(await own.send('/p/ACDE3467/ask', {}));
    expect(answers.at(-1)?.status).toBe(429);
    expect((await browser().open(`/p/${at.code.near}`)).status).toBe(200);
  });
});

describe('the office', () => {
  const take = (by: Call, more: object = {}, request = randomUUID()) =>
    by(routes.takeRequest, {
      params: { request },
      body: {
        response: at.of.response,
        point: at.point.near,
        kind: 'door',
        litres: 20,
        household: at.households[0]?.id ?? null,
        contact: { phone: '138 1111 2222', name: '林小满' },
        ...more,
      },
    });

  test('takes a call down once, and is warned of what is alike', async () => {
    const id = randomUUID();
    const { request, code } = await take(cadre, {}, id);
    expect(code).toBeNull();
    expect(request).toMatchObject({ byOfficer: true, label: '甲一村3组01户', state: 'open' });
    expect((await take(cadre, {}, id)).request.number).toBe(request.number);
    const body = {
      response: at.of.response,
      area: at.of.area,
      day,
      household: null,
      phone: null,
      point: null,
    };
    const alike = async (of: object) =>
      (await cadre(routes.findAlike, { body: { ...body, ...of } })).alike.filter(
        (one) => one.request === id,
      );
    expect(await alike({ household: at.households[0]?.id })).toMatchObject([
      { why: ['household'] },
    ]);
    expect(await alike({ phone: '138-1111-2222', point: at.point.near })).toMatchObject([
      { why: ['phone', 'point'] },
    ]);
    expect(await alike({ phone: '13811112223', household: at.households[1]?.id })).toEqual([]);
  });

  test('a complaint is about a delivery to its own point whose time has come', async () => {
    const { needs } = await at.officer(listNeeds, {
      query: { response: at.of.response, desk: 'water', day },
    });
    const to = (point: string) =>
      needs.find(({ subject }) => subject === `point:${point}`)?.promises[0]?.id;
    for (const about of [to(at.point.near), to(at.point.far)]) {
      expect(about).toBeDefined();
      await expect(
        take(cadre, { kind: 'did-not-come', litres: null, about }),
      ).rejects.toMatchObject(refused('nothing-promised'));
    }
  });

  test('opens who asked, and the ledger says that it did', async () => {
    const { request } = await take(cadre);
    const opened = await cadre(routes.openRequest, {
      params: { request: request.id },
      body: { why: 'deliver' },
    });
    expect(opened.contact).toMatchObject({ name: '林小满', phone: '13811112222' });
    const { entries } = await at.county(listEntries, {
      query: { response: at.of.response, action: 'water.request-opened' },
    });
    expect(entries.map(({ subject }) => subject)).toContain(`request:${request.id}`);
  });

  test('words about a step are sealed: in no column, no entry of the ledger, no log', async () => {
    const { request } = await take(cadre);
    const refusing = { event: 'refused' as const, words: '林小满说儿子已经接走' };
    const id = randomUUID();
    await step(cadre, request.id, refusing, id);
    expect((await step(cadre, request.id, refusing, id)).steps).toHaveLength(1);
    await expect(step(cadre, request.id, { ...refusing, words: '不送' }, id)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
    const { rows } = await sql<{ kept: string }>`select
      (select string_agg(s::text, ' ') from water.request_step s)
      || (select string_agg(e::text, ' ') from ledger.entry e)
      || coalesce((select string_agg(j.data::text, ' ') from pgboss.job j), '') as kept`.execute(
      server.database.owner,
    );
    const kept = `${rows[0]?.kept} ${server.logged.join('\n')}`;
    expect(kept).toContain(id);
    for (const text of ['林小满', '接走', Buffer.from('林小满').toString('hex')])
      expect(kept).not.toContain(text);
  });

  test('another village and another town see none of it, and can do nothing about it', async () => {
    const { request } = await take(cadre);
    for (const by of [otherCadre, otherOfficer]) {
      expect(await list(by)).toEqual([]);
      await expect(step(by, request.id, promised)).rejects.toMatchObject(refused('not-found'));
      await expect(take(by)).rejects.toMatchObject(refused('not-found'));
      await expect(
        by(routes.openRequest, { params: { request: request.id }, body: { why: 'check' } }),
      ).rejects.toMatchObject(refused('not-found'));
    }
    expect((await list(cadre)).map(({ id }) => id)).toContain(request.id);
  });

  test('a step sent twice counts once; a time that is over cannot be promised', async () => {
    const { request } = await take(cadre);
    const id = randomUUID();
    await step(cadre, request.id, promised, id);
    const both = await Promise.all([1, 2].map(() => step(cadre, request.id, promised, id)));
    expect(both.map(({ steps }) => steps.length)).toEqual([1, 1]);
    await expect(
      step(cadre, request.id, { ...promised, to: `${day}T17:00:00+08:00` }, id),
    ).rejects.toMatchObject(refused('changed-meanwhile'));
    await expect(
      step(cadre, request.id, {
        ...promised,
        to: `${day}T05:00:00+08:00`,
        from: `${day}T04:00:00+08:00`,
      }),
    ).rejects.toMatchObject(refused('times-reversed'));
    await expect(step(cadre, request.id, { event: 'answered', words: '好' })).rejects.toMatchObject(
      refused('cannot-happen'),
    );
  });
});

test('that a tanker did not come stands beside its promise, on the page and at the office', async () => {
  await at.officer(advanceClock, {
    params: { response: at.of.response },
    body: { to: `${day}T21:00:00+08:00` },
  });
  const { needs } = await at.officer(listNeeds, {
    query: { response: at.of.response, desk: 'water', day },
  });
  const promise = needs.find(({ subject }) => subject === `point:${at.point.near}`)?.promises[0];
  const other = needs.find(({ subject }) => subject === `point:${at.point.far}`)?.promises[0];
  const own = browser();
  const form = await own.open(`/p/${at.code.near}/answer`);
  expect(form.html).toContain(promise?.id);
  const said = { ...hiddenFields(form), kind: 'less', litres: '300', phone: '13722223333' };
  expect(
    (await own.send(`/p/${at.code.near}/answer`, { ...said, about: other?.id ?? '' })).status,
  ).toBe(422);
  const receipt = await own.send(`/p/${at.code.near}/answer`, {
    ...said,
    about: promise?.id ?? '',
  });
  expect(receipt.text).toContain('水来少了 · 只来了 300 升');
  const complaint = (await list(cadre)).find(({ kind }) => kind === 'less');
  expect(complaint?.about).toMatchObject({
    promise: promise?.id,
    quantity: promise?.quantity,
    giver: null,
  });
  expect((await own.open(`/p/${at.code.near}`)).text).toContain('居民反映没来或来少了：1 条');
  await step(cadre, complaint?.id ?? '', { event: 'answered', words: '明早补送 500 升' });
  const number = complaint?.number ?? '';
  const seen = await own.send(`/p/${at.code.near}/requests`, { number, figures: '3333' });
  expect(seen.text).toMatch(/已经答复.*明早补送 500 升/);
});

test('when the response closes, who asked is gone and the page says that it has ended', async () => {
  const proposer = await server.as('administrator', 'county');
  await closeByTwo({ proposer, second: at.county }, at.of.response);
  for (const table of ['water.request', 'water.request_step']) {
    const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(server.database.owner);
    expect(rows).toEqual([]);
  }
  expect((await browser().open(`/p/${at.code.near}`)).text).toContain('这次送水已经结束');
  const form = await browser().open(`/p/${at.code.near}/ask`);
  expect(form.status).toBe(409);
});
