import { listBatches } from '@liangbuwu/campus/batches/batches.contract.ts';
import { putMenu, putParentsTelephone } from '@liangbuwu/campus/menu/menu.contract.ts';
import { publishAnswer } from '@liangbuwu/campus/questions/questions.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** What a school tells all parents: meals, its telephone, answers; and what somebody asked on its public page. */
export async function loadParents(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
  url: string,
): Promise<void> {
  for (const { school: of, by, telephone, menus, published, asked } of scenario.forParents
    .schools) {
    const keeper = await as(by);
    const params = { school: area(of) };
    await keeper(putParentsTelephone, { params, body: { telephone, seen: null } });
    for (const { day, ...meals } of menus)
      await keeper(putMenu, { params: { ...params, day }, body: { meals, seen: null } });
    for (const { id, ...told } of published)
      await keeper(publishAnswer, {
        params: { area: area(of), entry: stableId(`answer ${id}`) },
        body: { response, ...told },
      });
    const { code } = await keeper(listBatches, { params, query: { response } });
    for (const [i, question] of asked.entries())
      await askOnPage(`${url}/p/campus/${code}/questions`, {
        id: stableId(`question ${of} ${i}`),
        ...question,
      });
  }
}

/** As a parent does who has no page of their own: sent from the school’s page, similar answers looked at. */
async function askOnPage(
  page: string,
  question: { id: string; topic: string; text: string },
): Promise<void> {
  const answer = await fetch(page, {
    method: 'POST',
    headers: { origin: new URL(page).origin },
    body: new URLSearchParams({ ...question, sure: 'yes' }),
  });
  if (!answer.ok) throw new Error(`a question was not taken: ${answer.status}`);
}
