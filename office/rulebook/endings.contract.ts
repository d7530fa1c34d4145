import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { id, instant } from '../http/fields.ts';
import { say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import { exampleEnding, exampleVersion } from './contract.examples.ts';
import { endingFourEyes, endingProposed, endingUnfit } from './ending-rules.ts';
import { RuleVersion } from './rulebook.ts';
import { wrongState } from './rules.ts';

const params = z.strictObject({ ending: id });

export const proposeEnding = contract({
  id: 'rulebook.propose-ending',
  method: 'PUT',
  path: '/api/rulebook/endings/:ending',
  summary: say(
    '提议已发布的一版到时停止执行，不由别的取代',
    'Propose that a published version ends at a moment, with none in its place; again with the same content it changes nothing',
  ),
  permission: 'rulebook.draft',
  params,
  body: z.strictObject({
    version: id,
    at: instant.describe('not before now; of what has not begun, when it begins: it is called off'),
  }),
  output: RuleVersion,
  errors: [wrongState, endingUnfit, endingProposed, changedMeanwhile, notFound],
  example: {
    params: { ending: exampleEnding.id },
    body: { version: exampleVersion.id, at: exampleEnding.at },
    output: { ...exampleVersion, ending: exampleEnding },
  },
});

export const withdrawEnding = contract({
  id: 'rulebook.withdraw-ending',
  method: 'DELETE',
  path: '/api/rulebook/endings/:ending',
  summary: say('撤去停止执行的提议', 'Take a proposed ending back'),
  permission: 'rulebook.draft',
  params,
  output: RuleVersion,
  errors: [notFound],
  example: { params: { ending: exampleEnding.id }, output: exampleVersion },
});

export const publishEnding = contract({
  id: 'rulebook.publish-ending',
  method: 'POST',
  path: '/api/rulebook/endings/:ending/publish',
  summary: say(
    '发布停止执行：须由提议者以外的人',
    'Publish a proposed ending: by somebody who did not propose it',
  ),
  permission: 'rulebook.publish',
  proof: 'fresh',
  params,
  output: RuleVersion,
  errors: [endingFourEyes, endingUnfit, notFound],
  example: {
    params: { ending: exampleEnding.id },
    output: {
      ...exampleVersion,
      until: exampleEnding.at,
      ending: {
        ...exampleEnding,
        publishedBy: exampleVersion.publishedBy,
        publishedAt: '2022-11-20T02:00:00.000Z',
      },
    },
  },
});
