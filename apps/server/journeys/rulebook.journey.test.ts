import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  atRest,
  confirm,
  overflow,
  phone,
  press,
  seriousFaults,
  stepInto,
  visit,
} from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();

const clerk = '株洲市防控规则专员';
const second = '系统管理员';

async function open(who: string, path: string) {
  const { page, strange } = await visit(demo.browser, demo.server.url);
  await stepInto(page, who);
  await page.goto(demo.server.url + path);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return { page, strange };
}

/** Through the list, as anybody comes to a rule-set. */
async function openDraft(page: Page) {
  await page.getByRole('link', { name: '市二中返校' }).click();
  await page.getByRole('button', { name: /第 2 版/ }).click();
  await page.getByRole('heading', { name: '第 2 版' }).waitFor();
}

async function hours(page: Page, to: string) {
  await page.getByRole('button', { name: /^第 3 条，核酸阴性报告距到校/ }).click();
  const field = page.getByLabel('到', { exact: true });
  await field.fill(to);
  await field.press('Enter');
  await page.keyboard.press('Escape');
}

/** What the page says of somebody in 天元区 at a moment, sampled 40 hours before. */
async function judged(page: Page, at: string): Promise<string> {
  await page.goto(`${demo.server.url}/rules/try?purpose=return-to-school&at=${at}`);
  const choose = async (label: string, option: string) => {
    await page.getByLabel(label, { exact: true }).click();
    await press(
      page,
      page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }),
    );
  };
  await choose('身份', '学生');
  await page.getByLabel('年级', { exact: true }).fill('12');
  if (await page.getByLabel('所在区县', { exact: true }).count())
    await choose('所在区县', '天元区');
  await choose('所在地风险', '低风险');
  await page.getByLabel('到校时间', { exact: true }).fill('2022-11-21T07:20');
  await page.getByLabel('本人核酸阴性报告时间', { exact: true }).fill('2022-11-19T15:20');
  await expect
    .poll(() => page.locator('[data-known] strong').count(), { message: 'it is decided' })
    .toBe(1);
  return (await page.locator('[data-known] strong').textContent()) ?? '';
}

test('a clerk tightens a cell, sees a case turn red, puts it right and proposes; another publishes; each moment keeps its rule', async () => {
  const drafting = await open(clerk, '/rules');
  const { page } = drafting;
  await openDraft(page);
  const cases = page.getByRole('region', { name: '测试用例' });
  await cases.getByText('5 个全部通过').waitFor();

  // From 48 hours to 24: who was sampled 40 hours before no longer returns.
  await hours(page, '24');
  await cases.getByText('5 个里有 1 个没通过').waitFor();
  await cases.getByText('得出 先做核酸').waitFor();
  const propose = page.getByRole('button', { name: '提交' });
  expect(await propose.getAttribute('aria-disabled')).toBe('true');
  await page.getByText('要改 1 处').waitFor();
  await page.getByText('有没保存的修改').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);

  // The case was right for 48 hours; for 24 a test comes first.
  await cases.getByRole('button', { name: '改用例“高二，40 小时前采样”' }).click();
  const dialog = page.getByRole('dialog', { name: /改用例/ });
  await dialog.getByLabel('应当得出').click();
  await press(page, page.locator('.ant-select-dropdown:visible').getByText('先做核酸'));
  await press(page, dialog.getByRole('button', { name: '好' }));
  await cases.getByText('5 个全部通过').waitFor();
  await page.getByRole('region', { name: '与另一版相比' }).getByText('0 至 24 小时').waitFor();
  await press(page, page.getByRole('button', { name: '保存', exact: true }));
  await page.getByText('已保存第 2 版').waitFor();
  await press(page, propose);
  await page.getByText('已提交，等另一人发布').waitFor();
  const publish = page.getByRole('button', { name: '发布', exact: true });
  expect(await publish.getAttribute('aria-disabled')).toBe('true');
  await page.getByText('须由另一人发布').first().waitFor({ state: 'attached' });
  // Thought better of it: a draft again, and proposed anew.
  await press(page, page.getByRole('button', { name: '撤回', exact: true }));
  await confirm(page, '撤回');
  await press(page, propose);
  await publish.waitFor();
  expect(drafting.strange).toEqual([]);

  const publishing = await open(second, '/rules');
  await openDraft(publishing.page);
  await press(publishing.page, publishing.page.getByRole('button', { name: '发布', exact: true }));
  await confirm(publishing.page, '发布');
  await publishing.page.getByText('已发布', { exact: true }).waitFor();
  // Who drafted it sees it at once.
  await page.getByRole('button', { name: '丢弃草稿' }).waitFor({ state: 'detached' });
  await publish.waitFor({ state: 'detached' });

  // It ends without another in its place, as one proposes and the other publishes.
  await press(page, page.getByRole('button', { name: '停止执行', exact: true }));
  const ending = page.getByRole('dialog', { name: /停止执行/ });
  await ending.getByLabel(/从何时起不再执行/).fill('2022-11-20T00:00');
  await confirm(page, '提交');
  await ending.getByText(/这一版那时还没有开始/).waitFor();
  await ending.getByLabel(/从何时起不再执行/).fill('2022-11-25T00:00');
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await confirm(page, '提交');
  await page.getByText('待发布：2022-11-25 00:00 停止执行').waitFor();
  const publishEnding = { name: '发布停止执行' };
  expect(await page.getByRole('button', publishEnding).getAttribute('aria-disabled')).toBe('true');
  await press(publishing.page, publishing.page.getByRole('button', publishEnding));
  await confirm(publishing.page, '发布停止执行');
  await page.getByText('2022-11-21 00:00 至 2022-11-25 00:00').waitFor();
  await press(page, page.getByRole('button', { name: '改名' }));
  await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill('市二中高三返校');
  await confirm(page, '保存');
  await page.getByRole('heading', { level: 1, name: '市二中高三返校' }).waitFor();

  expect(await judged(page, '2022-11-20T12:00')).toBe('可以返校');
  expect(await judged(page, '2022-11-21T07:20')).toBe('先做核酸');
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);

  // Where only a drought is, nothing is asked.
  await page.goto(`${demo.server.url}/rules/try?purpose=return-to-school&at=2022-07-01T08:00`);
  await page.getByText('没有规则在执行', { exact: true }).waitFor();
  await page.getByText('什么都不用查，什么都不用问').waitFor();
});

test('on a phone, in English, the rules fit, and say what is in force', async () => {
  const { page } = await visit(demo.browser, demo.server.url, phone);
  await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, '白壁村包村干部');
  await page.goto(`${demo.server.url}/rules`);
  await page.getByText('Version 1 in force').first().waitFor();
  expect(await overflow(page)).toBe(0);
  const add = page.getByRole('button', { name: 'New rule-set' });
  expect(await add.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('link', { name: 'Return to school in Liling' }).click();
  await page.getByText('Rule 9').first().waitFor();
  expect(await overflow(page)).toBe(0);
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
});
