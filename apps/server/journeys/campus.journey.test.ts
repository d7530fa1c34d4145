import { randomUUID } from 'node:crypto';
import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import { joinHousehold, putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { reportFor } from '@liangbuwu/campus/reports/report.contract.ts';
import { putSession } from '@liangbuwu/campus/sampling/sampling.contract.ts';
import { listClasses, listSchools } from '@liangbuwu/campus/schools/schools.contract.ts';
import { advanceClock, listResponses } from '@liangbuwu/office/responses/contract.ts';
import { workbookFile } from '@liangbuwu/office/tables/excel/testing/workbook-file.ts';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { askedBy } from '../testing/asked-by-page.ts';
import {
  atRest,
  laptop,
  overflow,
  phone,
  press,
  seriousFaults,
  stepInto,
  visit,
} from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();
const main = (page: Page) => page.getByRole('main');
const [elder, younger] = [randomUUID(), randomUUID()];
let teacher: Page;
let parent: { page: Page; strange: string[] };
let response: string;
let advance: (to: string) => Promise<unknown>;
const strange: string[][] = [];

const come = async (name: string) => {
  const visitor = await visit(demo.browser, demo.server.url);
  strange.push(visitor.strange);
  await stepInto(visitor.page, name);
  return visitor.page;
};

// The eve of the return: two children of one family, in two classes.
beforeAll(async () => {
  const administrator = askedBy(await come('系统管理员'), demo.server.url);
  const { responses } = await administrator(listResponses, {});
  response = responses.find(({ kind }) => kind === 'epidemic')?.id ?? '';
  advance = (to) => administrator(advanceClock, { params: { response }, body: { to } });
  await advance('2022-11-16T20:00:00+08:00');
  const keeper = askedBy(await come('市二中复学专班'), demo.server.url);
  const [school] = (await keeper(listSchools, {})).schools;
  await keeper(putArrival, {
    params: { area: school?.id ?? '' },
    body: { response, at: '2022-11-17T07:20:00+08:00' },
  });
  const { classes } = await keeper(listClasses, { params: { school: school?.id ?? '' } });
  for (const [member, name, of] of [
    [elder, '虚构长子', '高三1班'],
    [younger, '虚构幼女', '高三2班'],
  ] as const)
    await keeper(putMember, {
      params: { member },
      body: {
        response,
        area: classes.find((one) => one.name === of)?.id ?? '',
        name,
        born: '2005-03',
        phone: '10907330017',
      },
    });
  await keeper(joinHousehold, {
    params: { member: younger },
    body: { response, with: elder },
  });
  teacher = await come('市二中高三1班班主任');
});

async function fillIn(page: Page, risks: Record<string, 'low' | 'high'>) {
  const choose = (child: string, fact: string, value: string) =>
    page.locator(`input[name="${child}.${fact}"][value="${value}"]`).check();
  for (const [child, risk] of Object.entries(risks)) {
    await choose(child, 'risk', risk);
    await choose(child, 'area', '430211');
    await page.locator(`input[name="${child}.reported"]`).fill('2022-11-16T10:00');
  }
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('都和上次一样').waitFor();
}

test('a family reports for two children in one form, and parent and teacher read the answers', async () => {
  await teacher.getByRole('navigation').getByRole('link', { name: '学生与填报' }).click();
  const row = main(teacher).getByRole('row').filter({ hasText: '虚构长子' });
  await press(teacher, row.getByRole('button', { name: /虚构长子/ }));
  await press(teacher, main(teacher).getByRole('button', { name: '给链接', exact: true }));
  const link = await main(teacher).getByLabel('链接', { exact: true }).inputValue();
  expect(link).toContain('/p/campus/home/');

  parent = await visit(demo.browser, link, phone);
  const { page } = parent;
  expect(await main(page).innerText()).toMatch(/虚\* · 市二中 高三1班[\s\S]*虚\* · 市二中 高三2班/);
  expect(await overflow(page)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel('监护人姓名').first().fill('虚构家长');
  await page.getByLabel('母亲').check();
  await page.getByRole('button', { name: '同意，开始填报' }).click();
  await page.getByRole('button', { name: '提交' }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await fillIn(page, { [elder]: 'low', [younger]: 'high' });
  const told = await main(page).innerText();
  expect(told).toContain('可以返校：11月17日周四 07:20');
  expect(told).toMatch(
    /还不到返校的时候[\s\S]*低风险区的师生员工[\s\S]*接下来怎么办[\s\S]*什么时候再看/,
  );
  expect(await overflow(page)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '都和上次一样' }).click();
  await page
    .getByText(/上次填报/)
    .first()
    .waitFor();

  await row.getByText('可以返校').waitFor();
  await row.getByText(/家里报/).waitFor();
  expect(await main(teacher).getByText('虚构幼女').count()).toBe(0);
  expect(await seriousFaults(teacher)).toEqual([]);
  expect([...strange.flat(), ...parent.strange]).toEqual([]);
});

test('a home pupil’s page has today’s lessons; a family asks, the class teacher answers, the family reads it', async () => {
  const { page } = parent;
  await page.reload();
  const told = await main(page).innerText();
  expect(told).toMatch(
    /虚\* · 今天的课[\s\S]*今天在家听课[\s\S]*08:00–08:40 英语[\s\S]*进课堂[\s\S]*https:\/\/lessons\.example\.org[\s\S]*虚\* · 今天的课[\s\S]*课程表还没有/,
  );
  await page.locator('summary', { hasText: '问导师' }).first().click();
  const ask = page.locator('form[action*="/ask"]').first();
  expect(await ask.innerText()).toContain('11月17日周四 20:00 前答复');
  await ask.getByLabel('想问什么').fill('第12页第3题怎么做？');
  expect(await overflow(page)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await ask.getByRole('button', { name: '提问' }).click();
  await page.getByText('第12页第3题怎么做？').waitFor();

  await teacher.getByRole('navigation').getByRole('link', { name: '课程与答疑' }).click();
  await main(teacher).getByRole('row').filter({ hasText: '虚构长子' }).getByText('在家').waitFor();
  expect(await seriousFaults(teacher)).toEqual([]);
  await main(teacher).getByText('提问', { exact: true }).click();
  const question = main(teacher).getByRole('listitem').filter({ hasText: '虚构长子' });
  expect(await question.innerText()).toMatch(/2022-11-17 20:00 前答复，还有 24 小时/);
  // What was asked in the demonstration a week ago is late, and says so.
  await main(teacher)
    .getByText(/已逾期/)
    .first()
    .waitFor();
  await question.getByLabel('答复 虚构长子').fill('先看例三，再配方。');
  expect(await seriousFaults(teacher)).toEqual([]);
  await press(teacher, question.getByRole('button', { name: /^答 ?复$/ }));
  await main(teacher).getByText('先看例三，再配方。').waitFor();
  await page.reload();
  await page.getByText('先看例三，再配方。').waitFor();

  await main(teacher).getByText('课程表', { exact: true }).click();
  const cell = (name: string) => main(teacher).getByRole('textbox', { name, exact: true });
  await cell('周一 第2节').fill('地理 虚构何老师 302');
  await teacher.keyboard.press('Enter');
  await teacher.keyboard.type('一 二 三 四');
  expect(await cell('周一 第3节').inputValue()).toBe('一 二 三 四');
  await press(teacher, main(teacher).getByRole('button', { name: '保存课程表' }));
  await main(teacher)
    .getByText(/周一 第3节：看不懂/)
    .waitFor();
  await cell('周一 第3节').fill('数学');
  await press(teacher, main(teacher).getByRole('button', { name: '保存课程表' }));
  await main(teacher)
    .getByText(/改了 2 格/)
    .waitFor();
  expect(await seriousFaults(teacher)).toEqual([]);
  await teacher.getByRole('navigation').getByRole('link', { name: '学生与填报' }).click();
  expect([...strange.flat(), ...parent.strange]).toEqual([]);
});

test('a school brings its classes and staff by an Excel file, and sees before what is wrong in it', async () => {
  const page = await come('市二中复学专班');
  await page.goto(`${demo.server.url}/campus/pupils`);
  await press(page, main(page).getByRole('button', { name: '从 Excel 导入' }));
  const buffer = workbookFile({
    sheets: [
      {
        name: '名单',
        data: [
          ['姓名', '出生年月', '班级', '身份', '身份证号'],
          ['虚构新生', '2005-03', '高三3班', null, '1'],
          ['虚构门卫', '1970-03', null, '教职工', '2'],
          ['虚构何人', '2005', '高四1班', null, '3'],
        ],
      },
    ],
  });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const dialog = page.getByRole('dialog');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '学校名单.xlsx', mimeType, buffer });
  await dialog.getByText('没有读的列：身份证号').waitFor();
  await dialog.getByRole('row', { name: /^B4/ }).waitFor();
  await dialog.getByText('本校没有“高四1班”。').waitFor();
  await page.setViewportSize(phone.viewport);
  await atRest(page);
  expect(await overflow(page)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await press(page, dialog.getByRole('button', { name: '登记 2 人' }));
  await page.getByText('登记 2 人，已在名单里 0 人，有误未登记 1 行').waitFor();
  await page.setViewportSize(laptop.viewport);
  await press(page, main(page).getByRole('button', { name: '不在班里的教职工' }));
  await main(page)
    .getByRole('button', { name: /虚构门卫/ })
    .waitFor();
  expect(await main(page).getByText('虚构新生').count()).toBe(0);
});

test('a class is called and sampled at three stations at once; a positive tube is followed up, the others are negative', async () => {
  const first = await come('市四中采样专班');
  const ask = askedBy(first, demo.server.url);
  const [school] = (await ask(listSchools, {})).schools;
  const { classes } = await ask(listClasses, { params: { school: school?.id ?? '' } });
  const session = randomUUID();
  const area = classes.find(({ name }) => name === '高一5班')?.id ?? '';
  await ask(putSession, {
    params: { school: school?.id ?? '', session },
    body: {
      response,
      day: '2022-11-17',
      place: '操场',
      start: 25_200,
      samplers: 3,
      perTube: 10,
      swab: 20,
      tube: 45,
      mostWait: 600,
      late: 120,
      groups: [{ name: '高一5班', people: 39, walk: 60, areas: [area] }],
      seen: null,
    },
  });
  await first.setViewportSize(phone.viewport);
  const others = [await first.context().newPage(), await first.context().newPage()];
  const stations = [first, ...others];
  for (const page of stations) {
    await page.setViewportSize(phone.viewport);
    await page.goto(`${demo.server.url}/campus/sampling/${session}?response=${response}`);
  }
  expect(await overflow(first)).toBe(0);
  await press(first, first.getByRole('button', { name: '开始采样' }));
  await press(first, first.getByRole('button', { name: '叫下一批' }));
  await first.getByText('叫了还没采：39 人').waitFor();

  const person = (page: Page, number: number) =>
    page.getByRole('button', { name: new RegExp(`高一5班 ${number}$`) });
  const open = async (page: Page, code: string) => {
    await page.getByLabel(/^管号/).fill(code);
    await page.keyboard.press('Enter');
  };
  for (const [i, page] of stations.entries()) {
    await press(page, page.getByRole('button', { name: `${i + 1} 号台` }));
    await open(page, `A000${i + 1}`);
    await page.getByText('0 / 10').waitFor();
  }
  await person(first, 39).waitFor();
  expect(await overflow(first)).toBe(0);
  expect(await seriousFaults(first)).toEqual([]);

  // Two stations take the same person; what one of them sends gets through only afterwards, and it is told where.
  const [, second, third] = stations as [Page, Page, Page];
  await second.route('**/swabs/*', (route) => route.abort());
  await person(second, 1).click();
  await second.getByText(/^没有信号/).waitFor();
  await person(first, 1).click();
  await first.getByText('已记下').waitFor();
  await second.unroute('**/swabs/*');
  await second.getByText(/已在 1 号台采过/).waitFor();
  const take = async (page: Page, from: number, to: number) => {
    for (let number = from; number <= to; number++) await person(page, number).click();
    await page.getByLabel(/^管号/).waitFor();
  };
  await Promise.all([take(first, 2, 10), take(second, 11, 20), take(third, 21, 30)]);
  // Nine are left, and one tube is enough for them.
  await open(first, 'A0004');
  await first.getByText('0 / 10').waitFor();
  await open(second, 'A0005');
  await second.getByText('请他们到 1 号台。').waitFor();
  for (let number = 31; number <= 39; number++) await person(first, number).click();
  await first.getByText('安排 4 管，开着 0 管').waitFor();
  await first.getByText('都叫过了').waitFor();
  expect(await seriousFaults(first)).toEqual([]);

  await third.getByText('各管结果').click();
  await press(third, third.getByRole('button', { name: /^A0003/ }));
  await press(third, third.locator('label').getByText('阳性', { exact: true }));
  await press(third, third.getByRole('button', { name: /^登 ?记$/ }));
  await press(third, third.getByRole('button', { name: '打开名单和电话' }));
  const followed = third.getByRole('region', { name: /^虚构/ });
  await expect.poll(() => followed.count()).toBe(10);
  const one = followed.first();
  await one.getByLabel('已叫到').check();
  await one.getByLabel('在哪隔离').fill('宿舍1号');
  await one.getByLabel('单采的管号').fill('S0001');
  await press(third, one.getByRole('button', { name: /^保存/ }));
  await third.getByText('已保存').waitFor();
  expect(await overflow(third)).toBe(0);
  await atRest(third);
  expect(await seriousFaults(third)).toEqual([]);
  await press(third, third.getByRole('button', { name: '其余 3 管都是阴性' }));
  await press(third, third.getByRole('dialog').getByRole('button', { name: /^登 ?记$/ }));
  await expect.poll(() => third.getByText('阴性', { exact: true }).count()).toBeGreaterThan(3);
  expect(strange.flat()).toEqual([]);
});

/** Reports anew for both, from the page as it stands. */
async function reportAnew(risk: 'low' | 'high') {
  await parent.page.getByText('有变化，重新填').click();
  await fillIn(parent.page, { [elder]: 'low', [younger]: risk });
}
const picture = (pass: Locator) => pass.locator('svg.qr').screenshot();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

test('an answer that changes is in the teacher’s list until the family opens its page; a question is answered there', async () => {
  const asked = askedBy(teacher, demo.server.url);
  const report = (risk: 'low' | 'high') =>
    asked(reportFor, {
      params: { member: elder, fact: randomUUID() },
      body: {
        response,
        at: '2022-11-16T20:00:00+08:00',
        report: { risk, area: '430211', reported: '2022-11-16T10:00:00+08:00' },
      },
    });
  await report('high');
  await teacher.getByRole('navigation').getByRole('link', { name: '告诉家长' }).click();
  const list = main(teacher).getByRole('region', { name: '答复变了，家里还没看到' });
  const family = list.getByRole('listitem').filter({ hasText: '虚构长子' });
  await family.waitFor();
  expect(await list.getByRole('listitem').first().innerText()).toMatch(
    /虚构长子[\s\S]*可能白跑[\s\S]*家里知道的[\s\S]*可以返校[\s\S]*打开了自家的页面[\s\S]*现在[\s\S]*还不到返校的时候/,
  );
  await press(teacher, family.getByRole('button', { name: '备好的话：写明答复' }));
  const words = await family.getByLabel('备好的话', { exact: true }).inputValue();
  expect(words).toMatch(/虚\*现在是：暂不返校。11月17日周四请先不要到校。/);
  expect(words).not.toMatch(/风险|核酸/);
  expect(await overflow(teacher)).toBe(0);
  expect(await seriousFaults(teacher)).toEqual([]);
  await parent.page.reload();
  await family.waitFor({ state: 'detached' });
  await report('low');
  await family.waitFor();
  await press(teacher, family.getByRole('button', { name: '电话' }));
  await family.waitFor({ state: 'detached' });

  const { page } = parent;
  await page.getByRole('link', { name: '查回答、问学校' }).click();
  await page.getByText('核酸报告要多久以内的？').waitFor();
  await page.getByLabel('虚* · 高三1班').check();
  await page.getByLabel('接送和校门').check();
  await page.getByLabel('问题', { exact: true }).fill('送孩子可以走西门吗');
  expect(await overflow(page)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '发给学校' }).click();
  const similar = page.getByRole('button', { name: '都不是，发给学校' });
  const waits = page.getByText('等学校回答');
  await similar.or(waits).first().waitFor();
  if (await similar.isVisible()) await similar.click();
  await waits.waitFor();
  await teacher.getByRole('navigation').getByRole('link', { name: '家长问学校' }).click();
  const question = main(teacher).getByRole('listitem').filter({ hasText: '西门' });
  await question.getByLabel(/^回答/).fill('可以，7:00 起开。');
  await press(teacher, question.getByRole('button', { name: /^回 ?答$/ }));
  await question.getByText('可以，7:00 起开。').waitFor();
  expect(await overflow(teacher)).toBe(0);
  expect(await seriousFaults(teacher)).toEqual([]);
  await page.reload();
  await page.getByText('可以，7:00 起开。').waitFor();
  await page.getByRole('link', { name: '返回' }).click();
});

test('the first morning: an offline gate lets one in by the pass; the other is refused in words, and looked after', async () => {
  await reportAnew('low');
  const passes = parent.page.locator('section.keep');
  await passes.nth(1).waitFor();
  expect(await main(parent.page).innerText()).toMatch(
    /进校通行证：11月17日周四[\s\S]*虚\* 0017[\s\S]*市二中南校门[\s\S]*手机末四位（0017）/,
  );
  expect(await overflow(parent.page)).toBe(0);
  expect(await seriousFaults(parent.page)).toEqual([]);
  const [ofElder, ofYounger] = [await picture(passes.nth(0)), await picture(passes.nth(1))];
  await reportAnew('high');
  await main(parent.page).getByText('进校通行证已收回').waitFor();
  expect(await main(parent.page).innerText()).toMatch(
    /进校通行证：11月17日周四[\s\S]*还不到返校的时候[\s\S]*进校通行证已收回[\s\S]*留在家里/,
  );
  expect(await seriousFaults(parent.page)).toEqual([]);

  await advance('2022-11-17T07:12:00+08:00');
  const context: BrowserContext = await demo.browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...phone,
  });
  context.setDefaultTimeout(60_000);
  const guard = await context.newPage();
  await guard.goto(`${demo.server.url}/field/`);
  await button(guard, /市二中校门值守员/).click();
  const tab = guard.getByRole('navigation').getByRole('link', { name: '卡口', exact: true });
  await tab.click();
  await guard.getByRole('listitem').getByRole('button', { name: '市二中南校门' }).click();
  await guard.getByText('卡口数据是新的').waitFor();
  await guard.evaluate('navigator.serviceWorker.ready');
  await context.setOffline(true);
  const show = async (photo: Buffer) => {
    await button(guard, '输短码').click();
    await guard.getByText('选照片', { exact: true }).click();
    const file = { name: 'pass.png', mimeType: 'image/png', buffer: photo };
    await guard.locator('input[type=file]').setInputFiles(file);
  };
  const verdict = (said: string) =>
    guard.getByRole('dialog').getByRole('heading', { name: said }).waitFor();
  await show(ofElder);
  await verdict('可以放行');
  await button(guard, '放行，登记进').click();
  await show(ofYounger);
  await verdict('不放行');
  expect(await guard.getByRole('dialog').innerText()).toMatch(
    /虚\*[\s\S]*已吊销[\s\S]*告诉对方[\s\S]*不要让孩子自己回去/,
  );
  await button(guard, '登记不放行').click();
  await guard.getByRole('link', { name: '登记的记录：2 条未发送' }).waitFor();
  await context.setOffline(false);

  const keeper = await come('市二中复学专班');
  await keeper.getByRole('navigation').getByRole('link', { name: '返校日' }).click();
  const care = keeper.getByRole('region', { name: '没放行的孩子' });
  await care.getByText('虚构幼女 · 高三2班').waitFor();
  expect(await care.innerText()).toMatch(/没放行，还没安置[\s\S]*市二中南校门没放行：通行证无效/);
  const where = care.getByRole('group', { name: '虚构幼女现在在哪里' });
  await where.getByRole('button', { name: '隔离观察室' }).click();
  await care.getByText('等家长来接').waitFor();
  expect(await seriousFaults(keeper)).toEqual([]);
  await where.getByRole('button', { name: '家长接走' }).click();
  await care.getByText('已接走、送走').waitFor();
  await teacher.getByRole('navigation').getByRole('link', { name: '返校日' }).click();
  const own = main(teacher).getByRole('row').filter({ hasText: '虚构长子' });
  await own.getByText('已到').waitFor();
  expect(await main(teacher).getByText('虚构幼女').count()).toBe(0);
  expect(await seriousFaults(teacher)).toEqual([]);
  expect([...strange.flat(), ...parent.strange]).toEqual([]);
});

test('a class is checked in one tap but for one; the fever’s clock runs out in words, and the school reports it', async () => {
  await teacher.setViewportSize(phone.viewport);
  await teacher.goto(`${demo.server.url}/campus/checks?response=${response}`);
  const today = main(teacher).getByRole('region', { name: '今天的检查' });
  await press(teacher, today.getByRole('button', { name: '除了…' }));
  const dialog = teacher.getByRole('dialog');
  await press(teacher, dialog.getByRole('button', { name: '虚构长子', exact: true }));
  await dialog.getByLabel('体温 °C').fill('38.2');
  await dialog.getByLabel('咳嗽').check();
  expect(await overflow(teacher)).toBe(0);
  expect(await seriousFaults(teacher)).toEqual([]);
  await dialog.getByRole('button', { name: '除这 1 人外都正常' }).dblclick();
  await today.getByText(/除 1 人外都正常/).waitFor();
  const symptom = main(teacher).getByRole('region', { name: /^高三1班 · 07:12 发现$/ });
  await symptom.getByText('2 小时 内报告（09:12 前）').waitFor();
  expect(await symptom.innerText()).not.toContain('虚构长子');
  await press(teacher, symptom.getByRole('button', { name: '看是谁' }));
  await symptom.getByText(/38.2 °C、咳嗽/).waitFor();
  await symptom.getByRole('button', { name: '登记已做' }).first().click();
  await symptom.getByText('在隔离观察室').waitFor();
  expect(await overflow(teacher)).toBe(0);
  await atRest(teacher);
  expect(await seriousFaults(teacher)).toEqual([]);

  await advance('2022-11-17T09:40:00+08:00');
  const keeper = await come('市二中复学专班');
  await keeper.getByRole('navigation').getByRole('link', { name: '晨午晚检' }).click();
  const late = main(keeper).getByRole('region', { name: /^高三1班 · 07:12 发现$/ });
  await late.getByText('超时 28 分 没有报告').waitFor();
  expect(await main(keeper).getByText('虚构长子').count()).toBe(0);
  await late.getByLabel('报给').fill('天元区疾控中心');
  await press(keeper, late.getByRole('button', { name: '登记报告' }));
  await late.getByText('报告晚了 28 分').waitFor();
  await symptom.getByText('报告晚了 28 分').waitFor();
  await atRest(keeper);
  expect(await seriousFaults(keeper)).toEqual([]);
  expect(strange.flat()).toEqual([]);
});
