import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { noDesk } from '../rules.ts';
import { exampleSiting } from './siting.examples.ts';
import { Siting, SitingHead, SitingSettings } from './siting.ts';
import { nobodyLacksWater, noCandidates } from './siting-rules.ts';

const { basis: _, result: _result, ...head } = exampleSiting;
const { response, area } = head;

export const makeSiting = contract({
  id: 'water.make-siting',
  method: 'PUT',
  path: '/api/water/sitings/:siting',
  summary: say(
    '选站：新建几个站、建在哪里，能让最多的人走得到；后台求解',
    'Site stations: where new ones would serve most people within a walk; solved in the background. Sent twice it is one',
  ),
  permission: 'water.plan',
  params: z.strictObject({ siting: id }),
  body: SitingSettings.extend({ response: id, area: id }),
  output: SitingHead,
  errors: [noCandidates, nobodyLacksWater, noDesk, responseClosed, notFound],
  example: {
    params: { siting: head.id },
    body: { response, area, metres: 500, minutes: 20, most: 6 },
    output: head,
  },
});

export const listSitings = contract({
  id: 'water.sitings',
  method: 'GET',
  path: '/api/water/sitings',
  summary: say('选站记录，最近的在前', 'The sitings of a desk, the latest first'),
  permission: 'water.board',
  query: z.strictObject({ response: id, area: id }),
  output: z.strictObject({ sitings: z.array(SitingHead) }),
  errors: [noDesk, notFound],
  example: { query: { response, area }, output: { sitings: [head] } },
});

export const getSiting = contract({
  id: 'water.siting',
  method: 'GET',
  path: '/api/water/sitings/:siting',
  summary: say(
    '一次选站：依据、每个站数的最优解、谁还够不着',
    'One siting: what it rests on, the best choice for each number of stations, who is left out and why',
  ),
  permission: 'water.board',
  params: z.strictObject({ siting: id }),
  output: Siting,
  errors: [notFound],
  example: { params: { siting: head.id }, output: exampleSiting },
});

export const stopSiting = contract({
  id: 'water.stop-siting',
  method: 'POST',
  path: '/api/water/sitings/:siting/stop',
  summary: say('停止选站求解，留下目前最好的', 'Stop a siting; the best so far stays'),
  permission: 'water.plan',
  params: z.strictObject({ siting: id }),
  output: SitingHead,
  errors: [notFound],
  example: { params: { siting: head.id }, output: head },
});
