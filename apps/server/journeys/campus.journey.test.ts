import { randomUUID } from 'node:crypto';
import { joinHousehold, putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { listClasses, listSchools } from '@liangbuwu/campus/schools/schools.contract.ts';
import { advanceClock, listResponses } from '@liangbuwu/office/responses/contract.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { askedBy } from '../testing/asked-by-page.ts';
import { overflow, phone, press, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();
const main = (page: Page) => page.getByRole('main');
const [elder, younger] = [randomUUID(), randomUUID()];
let teacher: Page;
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
  const response = responses.find(({ kind }) => kind === 'epidemic')?.id ?? '';
  const to = '2022-11-16T20:00:00+08:00';
  await administrator(advanceClock, { params: { response }, body: { to } });
  const keeper = askedBy(await come('市二中复学专班'), demo.server.url);
  const [school] = (await keeper(listSchools, {})).schools;
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

test('a family reports for two children in one form, and parent and teacher read the answers', async () => {
  await teacher.getByRole('navigation').getByRole('link', { name: '学生与填报' }).click();
  const row = main(teacher).getByRole('row').filter({ hasText: '虚构长子' });
  await press(teacher, row.getByRole('button', { name: /虚构长子/ }));
  await press(teacher, main(teacher).getByRole('button', { name: '给链接', exact: true }));
  const link = await main(teacher).getByLabel('链接', { exact: true }).inputValue();
  expect(link).toContain('/p/campus/home/');

  const parent = await visit(demo.browser, link, phone);
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
  const choose = (child: string, fact: string, value: string) =>
    page.locator(`input[name="${child}.${fact}"][value="${value}"]`).check();
  for (const child of [elder, younger]) {
    await choose(child, 'risk', child === elder ? 'low' : 'high');
    await choose(child, 'area', '430211');
    await page.locator(`input[name="${child}.reported"]`).fill('2022-11-16T10:00');
  }
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('都和上次一样').waitFor();
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
