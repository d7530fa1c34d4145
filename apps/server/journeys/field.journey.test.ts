import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { readMe } from '@liangbuwu/office/identity/contract.ts';
import { getDoors, planDoors } from '@liangbuwu/water/doors/doors.contract.ts';
import { usualSettings } from '@liangbuwu/water/doors/walks.ts';
import { getDriverDays } from '@liangbuwu/water/recording/field-day.contract.ts';
import type { DriverDay, DriverStop, FieldTanker } from '@liangbuwu/water/recording/field-day.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedBy, droughtOf } from '../testing/asked-by-page.ts';
import { atRest, overflow, phone, seriousFaults } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const status = (page: Page, said: string) =>
  page.getByRole('link', { name: `登记的记录：${said}` }).waitFor();
const tab = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
const tell = (litres: number) => `${litres.toLocaleString('zh-CN')} 升`;

/** What is wrong with the page as it stands: what axe finds, and what does not fit its width. */
async function faults(page: Page): Promise<string[]> {
  await atRest(page);
  const wide = await overflow(page);
  return [...(await seriousFaults(page)), ...(wide > 0 ? [`${wide} px too wide`] : [])];
}

async function openPhone(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${demo.server.url}/field/`);
  return page;
}

async function newPhone(name: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await demo.browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...phone,
  });
  const page = await openPhone(context);
  await button(page, new RegExp(name)).click();
  await status(page, '都已发送');
  return { context, page };
}

/** What a server answers, as it lies on the wire. */
const wire = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${demo.server.url}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume();
      resolve(answer);
    }).on('error', reject);
  });

test('the first load has at most 200 kB on the wire, and its addresses lead to the page', async () => {
  const page = await (await fetch(`${demo.server.url}/field/`)).text();
  const parts = [...page.matchAll(/(?:src|href)="(\/field\/assets\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  expect(parts.length).toBeGreaterThanOrEqual(2);
  const first = await Promise.all(['/field/', '/field/service-worker.js', ...parts].map(wire));
  expect(first.map(({ statusCode }) => statusCode)).toEqual(first.map(() => 200));
  expect(first.map(({ headers }) => headers['content-encoding'])).toEqual(first.map(() => 'gzip'));
  const bytes = first.map(({ headers }) => Number(headers['content-length']));
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(200_000);

  expect((await wire('/field')).headers.location).toBe('/field/');
  expect((await wire('/field/any/page')).headers['content-type']).toMatch(/^text\/html/);
  expect((await wire('/field/assets/none.js')).statusCode).toBe(404);
  const manifest = await wire('/field/manifest.webmanifest');
  expect(manifest.headers['content-type']).toBe('application/manifest+json');
});

describe('a driver in flight mode', () => {
  let context: BrowserContext;
  let page: Page;
  let day: DriverDay;
  let tanker: FieldTanker;
  let fill: DriverStop;
  let delivery: DriverStop;
  const sent: string[] = [];

  const placeName = (id: string) =>
    [...day.sources, ...day.points].find((place) => place.id === id)?.name ?? '';
  const entriesOnServer = async () => {
    const { days } = await askedBy(page, demo.server.url)(getDriverDays, {
      query: { tanker: tanker.id },
    });
    return (days[0]?.entries ?? []).filter(({ kind }) => kind !== 'accepted');
  };

  beforeAll(async () => {
    ({ context, page } = await newPhone('洒水1号司机甲'));
    const { days } = await askedBy(page, demo.server.url)(getDriverDays, { query: {} });
    const [first] = days;
    const own = first?.tankers.find(({ name }) => name === '洒水1号');
    const stops = first?.stops.filter((stop) => stop.tanker === own?.id) ?? [];
    const filling = stops.find(({ kind }) => kind === 'fill');
    const delivering = stops.find(({ kind }) => kind === 'deliver');
    if (!first || !own || !filling || !delivering) throw new Error('tanker 1 fills and delivers');
    [day, tanker, fill, delivery] = [first, own, filling, delivering];
    context.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(new URL(request.url()).pathname);
    });
  });

  test('chooses the tanker, which is the first of the list, and says that the plan is received', async () => {
    expect(await faults(page)).toEqual([]);
    await page.getByRole('listitem').getByRole('button').first().click();
    await page.getByRole('heading', { level: 1, name: '洒水1号' }).waitFor();
    await button(page, '收到，照计划走').click();
    await page.getByText('照第 1 版计划走').waitFor();
    await status(page, '都已发送');
    expect(await button(page, '收到，照计划走').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });

  test('opens the page again without signal, and sees the next stop', async () => {
    await page.evaluate('navigator.serviceWorker.ready');
    await context.setOffline(true);
    await page.reload();
    await page.getByText('没有信号也能用').waitFor();
    await page.getByRole('heading', { name: placeName(fill.at) }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(tell(fill.litres));
  });

  test('records filled and emptied, each once however often it is tapped', async () => {
    await button(page, '取好了').click();
    await button(page, `记下 ${tell(fill.litres)}`).dblclick();
    await status(page, '1 条未发送');
    await button(page, '放完了').click();
    expect(await faults(page)).toEqual([]);
    await button(page, `记下 ${tell(delivery.litres)}`).click();
    await status(page, '2 条未发送');
  });

  test('records a time that lies ahead, too', async () => {
    await button(page, '到了').click();
    await button(page, '改时间').click();
    await page.getByLabel('几点几分').fill('23:50');
    await button(page, '记下').click();
    await status(page, '3 条未发送');
  });

  test('finds all of it after the page was closed and opened again, still without signal', async () => {
    await page.close();
    page = await openPhone(context);
    await status(page, '3 条未发送');
    await tab(page, '记录');
    const list = page.getByRole('main');
    await list.getByRole('heading', { name: '还没发出去' }).waitFor();
    expect(await list.innerText()).toMatch(/还没发出去[\s\S]*到达[\s\S]*放完[\s\S]*取水/);
    expect(await faults(page)).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  test('with signal again everything is sent once, and what the server returns is shown in its words', async () => {
    await context.setOffline(false);
    await status(page, '1 条被退回');
    await page.getByText(/在将来/).waitFor();
    expect(new Set(sent).size).toBe(4);
    expect(sent).toHaveLength(4);
    const kept = await entriesOnServer();
    expect(kept.map(({ kind, litres }) => [kind, litres]).sort()).toEqual([
      ['emptied', delivery.litres],
      ['filled', fill.litres],
    ]);
    expect(await faults(page)).toEqual([]);
  });

  test('puts it right, and it is sent as a new entry', async () => {
    await button(page, '改正再发').click();
    await button(page, '改时间').click();
    await page.getByLabel('几点几分').fill('06:00');
    await button(page, '记下').click();
    await status(page, '都已发送');
    expect((await entriesOnServer()).map(({ kind }) => kind).sort()).toEqual([
      'arrived',
      'emptied',
      'filled',
    ]);
  });

  test('corrects what was emptied by a further entry; what was said first stays', async () => {
    await tab(page, '送水');
    await page
      .getByRole('listitem')
      .filter({ hasText: placeName(delivery.at) })
      .filter({ hasText: '✓' })
      .getByRole('button')
      .click();
    await button(page, /^更正/).click();
    await page.getByLabel('多少升').fill(String(delivery.litres + 10));
    await button(page, `记下 ${tell(delivery.litres + 10)}`).click();
    const emptied = async () =>
      (await entriesOnServer())
        .filter(({ kind }) => kind === 'emptied')
        .map(({ litres, corrected }) => [litres, corrected]);
    await expect.poll(emptied).toEqual([
      [delivery.litres, true],
      [delivery.litres + 10, false],
    ]);
  });

  test('goes on recording when the session has ended, and sends it after signing in again', async () => {
    await context.clearCookies();
    await button(page, '路上有事').click();
    await button(page, '20 分钟').click();
    await status(page, '1 条未发送');
    await page.getByText('登录已过期').waitFor();
    expect(await faults(page)).toEqual([]);
    await button(page, '重新登录').click();
    await button(page, /洒水1号司机甲/).click();
    await status(page, '都已发送');
    expect(await page.getByText('登录已过期').count()).toBe(0);
  });

  test('hears without a reload what the village says, where it differs', async () => {
    const village = day.points.find(({ id }) => id === delivery.at)?.village ?? '';
    const officer = await newPhone('古岳峰镇供水专干');
    await tab(officer.page, '收水');
    await button(officer.page, new RegExp(village)).click();
    const card = officer.page
      .locator('section')
      .filter({ has: officer.page.getByRole('heading', { name: placeName(delivery.at) }) });
    await card.getByText('司机说').first().waitFor();
    expect(await faults(officer.page)).toEqual([]);
    await card.getByRole('button', { name: `收到 ${tell(delivery.litres + 10)}` }).click();
    const said = delivery.litres + 810;
    await officer.page.getByLabel('多少升').fill(String(said));
    await button(officer.page, `记下 ${tell(said)}`).click();
    await status(officer.page, '都已发送');
    await card.getByText(`差 800 升`).waitFor();
    await page.getByText(`村里说 ${tell(said)}`).waitFor();
    await officer.context.close();
  });

  test('who signs in on this phone next sees none of it', async () => {
    await tab(page, '我');
    expect(await faults(page)).toEqual([]);
    await button(page, '退出登录').click();
    await button(page, /白壁村包村干部/).click();
    await tab(page, '记录');
    await page.getByText('还没有登记过').waitFor();
    await context.close();
  });
});

describe('a volunteer', () => {
  let context: BrowserContext;
  let page: Page;
  let officer: { context: BrowserContext; page: Page };
  const sheet = async () => {
    const by = askedBy(officer.page, demo.server.url);
    return by(getDoors, { query: { ...(await droughtOf(by)), day: '2022-11-10' } });
  };

  beforeAll(async () => {
    ({ context, page } = await newPhone('白壁村送水志愿者'));
    officer = await newPhone('古岳峰镇供水专干');
  });

  test('sees the doors as soon as somebody has planned them, and the first of them large', async () => {
    await page.getByText('今天没有排给您的人家').waitFor();
    expect(await faults(page)).toEqual([]);
    const { account } = await askedBy(page, demo.server.url)(readMe);
    const village = (await sheet()).villages.find(({ name }) => name === '白壁村');
    const by = askedBy(officer.page, demo.server.url);
    const { walks } = await by(planDoors, {
      params: { plan: randomUUID() },
      body: {
        response: (await droughtOf(by)).response,
        area: village?.area ?? '',
        day: '2022-11-10',
        volunteers: [account],
        starts: 8 * 3600,
        settings: { ...usualSettings, carryLitres: 60 },
        replaces: null,
      },
    });
    await page.getByRole('heading', { name: walks[0]?.stops[0]?.label ?? '' }).waitFor();
    expect(await faults(page)).toEqual([]);
    const taken = page.waitForEvent('download');
    await button(page, '放进手机日历').click();
    expect((await taken).suggestedFilename()).toBe('送水到家 2022-11-10.ics');
  });

  test('records without signal; a worry reaches the office with its words once there is signal', async () => {
    await context.setOffline(true);
    await button(page, '送到了').click();
    await button(page, /^记下 /).dblclick();
    await status(page, '1 条未发送');
    await button(page, '不放心').click();
    await page.getByLabel(/说一句/).fill('敲门应声很弱');
    expect(await faults(page)).toEqual([]);
    await button(page, '记下').click();
    await status(page, '2 条未发送');
    await context.setOffline(false);
    await status(page, '都已发送');
    const said = (await sheet()).visits.map(({ kind, note }) => [kind, note]);
    expect(said.sort()).toEqual([
      ['door-done', null],
      ['door-worried', '敲门应声很弱'],
    ]);
    await officer.context.close();
    await context.close();
  });
});

test('a keeper counts a roll-call and sends the sum; its names never leave the phone', async () => {
  const { context, page } = await newPhone('红旗村包村干部');
  const bodies: string[] = [];
  context.on('request', (request) => bodies.push(`${request.url()} ${request.postData() ?? ''}`));
  await button(page, '接龙统计').click();
  await page.getByLabel('接龙文字').fill('1. 张三 4人 60升\n2、李四家，5口，要两桶(每桶20L)');
  await page.getByText('2 行，逐行核对').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await page.getByRole('textbox', { name: '合计' }).inputValue()).toBe(
    '红旗村用水接龙合计：2 户，9 人，共需 100 升。',
  );
  expect(await button(page, '请选择供水点').isDisabled()).toBe(true);
  await page.getByRole('group', { name: '哪个供水点' }).getByRole('button').first().click();
  await button(page, '把合计报给镇里').click();
  await page.getByText('2 户 9 人').waitFor();
  await status(page, '都已发送');
  expect(bodies.filter((body) => /张三|李四|%E5%BC%A0/.test(body))).toEqual([]);
  await context.close();
});

test('a keeper reports who needs water at the door; once sent, what names them is no longer on the phone', async () => {
  const { context, page } = await newPhone('红旗村包村干部');
  await button(page, '有户要送水').click();
  await page.getByLabel('门牌，或怎么找到').fill('2组7户，老屋后面');
  await page.getByLabel('要多少').fill('40');
  expect(await faults(page)).toEqual([]);
  await context.setOffline(true);
  await button(page, '报上去').click();
  await status(page, '1 条未发送');
  await tab(page, '记录');
  const list = page.getByRole('main');
  await list.getByText(/2组7户/).waitFor();
  await context.setOffline(false);
  await list.getByText(/\d+-\d+ 号.*口令 \d{4}/).waitFor();
  expect(await list.innerText()).not.toContain('2组7户');
  await context.close();
});

test('for whom there is no work in the field it says what the page is for', async () => {
  const { context, page } = await newPhone('株洲市领导');
  await page.getByRole('heading', { name: '这里是现场登记用的' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await context.close();
});
