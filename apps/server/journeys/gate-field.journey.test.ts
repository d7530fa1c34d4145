import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { putCheck } from '@liangbuwu/gate/checks/checks.contract.ts';
import { getBundle } from '@liangbuwu/gate/gates/gates.contract.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest, openBrowser, overflow, phone, seriousFaults } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';
import { enterAs } from '../testing/enter-as.ts';
import { type GateWithPasses, gateWithPasses } from '../testing/gate-with-passes.ts';
import { filmOf, photoOf } from '../testing/qr-pictures.ts';

const demo = demoJourney();
const guard = '白壁村包村干部';

let county: Awaited<ReturnType<typeof enterAs>>;
let cadre: Awaited<ReturnType<typeof enterAs>>;
let passes: GateWithPasses;
/** A browser whose camera sees what stands in a file. */
let withCamera: Browser;
let film: string;

beforeAll(async () => {
  county = await enterAs(demo.server.url, 'county-officer');
  cadre = await enterAs(demo.server.url, 'village-cadre');
  passes = await gateWithPasses(county, cadre);
  film = join(demo.folder, 'camera.y4m');
  writeFileSync(film, filmOf());
  withCamera = await openBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
});
afterAll(() => withCamera?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const verdict = (page: Page, said: string) =>
  page.getByRole('dialog').getByRole('heading', { name: said }).waitFor();
const status = (page: Page, said: string, timeout = 60_000) =>
  page.getByRole('link', { name: `登记的记录：${said}` }).waitFor({ timeout });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** What is wrong with the page as it stands: what axe finds, and what does not fit its width. */
async function faults(page: Page): Promise<string[]> {
  await atRest(page);
  const wide = await overflow(page);
  return [...(await seriousFaults(page)), ...(wide > 0 ? [`${wide} px too wide`] : [])];
}

async function newGuard(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...phone,
  });
  // As long as in `visit`: two cores that also run databases take their time.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(`${demo.server.url}/field/`);
  await button(page, new RegExp(guard)).click();
  await tab(page, '卡口');
  await page.getByRole('listitem').getByRole('button', { name: passes.gate.name }).click();
  await page.getByText('卡口数据是新的').waitFor();
  return { context, page };
}

/** The second tap comes when the first has closed the dialog, and falls on what lay beneath. */
async function tapTwice(page: Page, button: Locator): Promise<void> {
  const { x, y, width, height } = (await button.boundingBox()) as NonNullable<
    Awaited<ReturnType<Locator['boundingBox']>>
  >;
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

/** Holds a code before the camera. */
async function scan(page: Page, text: string): Promise<void> {
  writeFileSync(film, filmOf(text));
  await button(page, '扫通行证').click();
  await button(page, '不登记，返回').waitFor();
}

const checksOnServer = async () => {
  const subjects: string[] = [];
  let before: number | undefined;
  do {
    const { entries, next } = await county(listEntries, {
      query: { action: 'gate.checked', limit: 100, before },
    });
    subjects.push(...entries.map(({ subject }) => subject));
    before = next ?? undefined;
  } while (before !== undefined);
  return subjects;
};

describe('a guard without signal', () => {
  let context: BrowserContext;
  let page: Page;
  const put: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    ({ context, page } = await newGuard(withCamera));
    context.on('request', (request) => {
      asked.push(request.url());
      if (request.method() === 'PUT') put.push(new URL(request.url()).pathname);
    });
  });

  test('opens the page again, and sees how old what the gate knows is', async () => {
    expect(await faults(page)).toEqual([]);
    await page.evaluate('navigator.serviceWorker.ready');
    await context.setOffline(true);
    await page.reload();
    await page.getByText('没有信号也能核验').waitFor();
    await tab(page, '卡口');
    await page.getByRole('heading', { level: 1, name: passes.gate.name }).waitFor();
  });

  test('scans a valid pass, asks what the rule asks, and lets them in once however often it is tapped', async () => {
    const said = () => page.getByRole('dialog').innerText();
    await scan(page, passes.person.text);
    await verdict(page, '先查再放');
    expect(await said()).toMatch(/甲\*[\s\S]*0001[\s\S]*按规定先查：体温、口罩/);
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('体温').fill('365');
    expect(await button(page, '先查再放').isDisabled()).toBe(true);
    await page.getByLabel('体温').fill('37.8');
    await verdict(page, '不放行');
    expect(await said()).toMatch(
      /不得放行[\s\S]*体温：37.8 ℃（规定 至少 37.3 ℃）[\s\S]*复测低于 37.3[\s\S]*驻企联络专班/,
    );
    expect(await faults(page)).toEqual([]);
    await button(page, '不放行').click();
    await page.getByText('带到临时观察点').last().waitFor();
    await button(page, '返回').click();
    await page.getByLabel('体温').fill('36.5');
    await button(page, '戴了').click();
    await verdict(page, '可以放行');
    expect(await said()).toContain('核对本人');
    await tapTwice(page, button(page, '放行，登记进'));
    await status(page, '1 条未发送');
    await page.getByText('人员 甲* 0001').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('scans one that was revoked: red, with what its holder does next', async () => {
    await scan(page, passes.revoked.text);
    await verdict(page, '不放行');
    expect(await page.getByRole('dialog').innerText()).toMatch(/乙\*[\s\S]*已吊销[\s\S]*告诉对方/);
    expect(await faults(page)).toEqual([]);
    await button(page, '登记不放行').click();
    await status(page, '2 条未发送');
  });

  test('scans a forged one: red, without a name', async () => {
    await scan(page, passes.forged.text);
    await verdict(page, '不放行');
    const said = await page.getByRole('dialog').innerText();
    expect(said).toContain('签名不对');
    expect(said).not.toContain('*');
    await button(page, '登记不放行').click();
    await status(page, '3 条未发送');
  });

  test('a pass that is inside and comes in again is something to look at', async () => {
    await scan(page, passes.person.text);
    await verdict(page, '看一看');
    await page.getByText('刚登记过').waitFor();
    await button(page, '不登记，返回').click();
  });

  test('reads a truck’s pass from a photo, and asks for its disinfection and seals', async () => {
    await button(page, '输短码').click();
    await page.getByText('选照片', { exact: true }).click();
    const photo = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
    await photo('two.png', photoOf(passes.person.text, passes.truck.text));
    await page.getByText('照片里有两个码').waitFor();
    expect(await faults(page)).toEqual([]);
    await photo('truck.png', photoOf(passes.truck.text));
    await verdict(page, '先查再放');
    expect(await page.getByLabel('体温').count()).toBe(0);
    const answer = (question: string, name: string) =>
      page.getByRole('group', { name: question }).getByRole('button', { name }).click();
    await answer('司机有症状', '否');
    await answer('车辆全面消毒', '是');
    await page.getByLabel('用什么、在哪里消毒').fill('东门消毒点');
    await answer('铅封完好、号码相符', '是');
    await page.getByLabel('铅封号').fill('HN-20417 HN-20418');
    await verdict(page, '可以放行');
    expect(await faults(page)).toEqual([]);
    await button(page, '放行，登记进').click();
    await status(page, '4 条未发送');
  });

  test('types a code: misread it is put right, right it is amber, and five wrong ones end it', async () => {
    const type = async (code: string, lastFour: string) => {
      await page.getByLabel('短码（').fill(code);
      await page.getByLabel('证件末四位').fill(lastFour);
      await button(page, '核验').click();
    };
    const { code } = passes.person;
    await button(page, '输短码').click();
    const [first = ''] = code;
    await type(code.replace(first, first === '2' ? '3' : '2'), '0001');
    await page.getByText('短码有一位输错').waitFor();
    expect(await faults(page)).toEqual([]);
    await type(code, '0001');
    await verdict(page, '看一看');
    await page.getByRole('group', { name: '来的是' }).waitFor();
    await button(page, '不放行').click();
    await button(page, '人证不符').click();
    await page.getByText('请本人带证件来').waitFor();
    await button(page, '登记不放行').click();
    await status(page, '5 条未发送');
    for (let wrong = 0; wrong < 5; wrong++) {
      await button(page, '输短码').click();
      await type(code, '9999');
      await verdict(page, '不放行');
      await button(page, '不登记，返回').click();
    }
    await button(page, '输短码').click();
    await page.getByText('输错 5 次').waitFor();
    await page.keyboard.press('Escape');
  });

  test('two hundred checks of a shift are sent once there is signal, each exactly once', async () => {
    const made = await page.evaluate(copyEntries(195));
    expect(made).toBe(200);
    const before = await checksOnServer();
    await page.reload();
    await status(page, '200 条未发送');
    expect(put).toEqual([]);
    await context.setOffline(false);
    await status(page, '都已发送', 150_000);
    expect(put).toHaveLength(200);
    const held = await checksOnServer();
    const sent = put.map((path) => path.replace('/api/gate/checks/', 'gate-check:'));
    expect(held).toHaveLength(before.length + 200);
    expect(new Set(held)).toEqual(new Set([...before, ...sent]));
    const { inside } = await cadre(getBundle, { params: { gate: passes.gate.id } });
    expect(inside).toHaveLength(2);
  });

  test('what named somebody has left the phone then, and stood in no address', async () => {
    const kept = String(await page.evaluate(readEntries));
    expect(kept.match(/甲|LBW1:|"(lastFour|shown|temperature)":/g)).toBeNull();
    expect(kept).toContain('"number"');
    expect(asked.filter((url) => /%E7%94%B2|LBW1|36\.5/.test(url))).toEqual([]);
    await tab(page, '卡口');
    await page.getByText('都已发送').first().waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test('a pass that was at two gates at once is flagged as soon as both have said so', async () => {
    await context.setOffline(true);
    await page.getByText('出', { exact: true }).first().click();
    await scan(page, passes.person.text);
    await verdict(page, '可以离开');
    await button(page, '放行，登记出').click();
    await status(page, '1 条未发送');
    await cadre(putCheck, {
      params: { check: randomUUID() },
      body: {
        response: passes.gate.response,
        gate: passes.second.id,
        at: '2022-11-10T06:00:00+08:00',
        direction: 'in',
        shown: { how: 'scan', text: passes.person.text },
        phone: { verdict: 'green', code: 'valid' },
        bundle: null,
        letThrough: true,
        reason: null,
      },
    });
    await context.setOffline(false);
    await page.getByText('同一通行证短时间内在两个卡口使用').first().waitFor();
    await context.close();
  });
});

test('a phone whose data is out of date says so, in both languages, and verifies nothing', async () => {
  const { context, page } = await newGuard(withCamera);
  await context.route('**/bundle', (route) => route.abort());
  const wait = async (to: string) => {
    await county(advanceClock, {
      params: { response: passes.gate.response },
      body: { to },
    });
    await page.reload();
    await tab(page, '卡口');
  };
  await wait('2022-11-11T07:00:00+08:00');
  await page.getByRole('heading', { name: '卡口数据已旧' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await scan(page, passes.person.text);
  await verdict(page, '看一看');
  await button(page, '不登记，返回').click();
  await wait('2022-11-13T07:00:00+08:00');
  await page.getByRole('heading', { name: '卡口数据已过期' }).waitFor();
  await scan(page, passes.truck.text);
  await verdict(page, '无法核验');
  await page.getByText('什么也不能核验').last().waitFor();
  await page.getByText('请等候').waitFor();
  await button(page, '不登记，返回').click();
  await tab(page, '我');
  await button(page, 'English').click();
  await tab(page, 'Gate');
  await page.getByRole('heading', { name: 'Gate data is out of date' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await button(page, 'No pass').click();
  expect(await faults(page)).toEqual([]);
  await button(page, 'Back without recording').click();
  await context.close();
});

test('at midnight the next rule holds, without a signal and without new data', async () => {
  const advance = (to: string) =>
    county(advanceClock, { params: { response: passes.gate.response }, body: { to } });
  await advance('2022-12-06T23:50:00+08:00');
  const { context, page } = await newGuard(withCamera);
  await scan(page, passes.person.text);
  await page.getByLabel('体温').fill('37.8');
  await verdict(page, '不放行');
  await button(page, '不登记，返回').click();
  await context.route('**/bundle', (route) => route.abort());
  await advance('2022-12-07T00:00:00+08:00');
  await page.reload();
  await tab(page, '卡口');
  // The phone has been told the time, and nothing else.
  await page.getByText('（10 分前）').waitFor();
  await page.evaluate('navigator.serviceWorker.ready');
  await context.setOffline(true);
  await page.reload();
  await tab(page, '卡口');
  await scan(page, passes.person.text);
  await page.getByRole('group', { name: '口罩' }).waitFor();
  expect(await page.getByLabel('体温').count()).toBe(0);
  await button(page, '戴了').click();
  await page.getByRole('group', { name: '有疑似症状' }).getByRole('button', { name: '否' }).click();
  await verdict(page, '可以放行');
  expect(await page.getByRole('dialog').innerText()).toContain('新十条');
  await button(page, '放行，登记进').click();
  await status(page, '1 条未发送');
  await context.setOffline(false);
  await status(page, '都已发送');
  expect(await page.getByText('手机当时没有这条规定').count()).toBe(0);
  await context.close();
});

test('where there is no camera it says what to do instead', async () => {
  const { context, page } = await newGuard(demo.browser);
  await button(page, '扫通行证').click();
  await page.getByText('相机用不了').waitFor();
  await page.getByText(/选照片或输入/).waitFor();
  expect(await faults(page)).toEqual([]);
  await context.close();
});

/** In the page, its own outbox: as if so many more had come to the gate. How many it then holds. */
const copyEntries = (more: number) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('liangbuwu-field');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const entries = opening.result.transaction('entries', 'readwrite').objectStore('entries');
    const reading = entries.getAll();
    reading.onsuccess = () => {
      const held = reading.result;
      for (let copy = 0; copy < ${more}; copy++) {
        const { seq, ...entry } = held[copy % held.length];
        const id = crypto.randomUUID();
        entries.add({ ...entry, id, path: '/api/gate/checks/' + id });
      }
    };
    entries.transaction.oncomplete = () => resolve(reading.result.length + ${more});
  };
})`;

const readEntries = `new Promise((resolve) => {
  const opening = indexedDB.open('liangbuwu-field');
  opening.onsuccess = () => {
    const all = opening.result.transaction('entries').objectStore('entries').getAll();
    all.onsuccess = () => resolve(JSON.stringify(all.result));
  };
})`;
