import { openResponse, putFacts } from '@liangbuwu/office/responses/contract.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

export async function loadResponses({ scenario, administrator, area }: Loading): Promise<void> {
  const { clock, responses } = scenario.response;
  for (const response of responses) {
    const starts = Temporal.PlainDate.from(response.start).toZonedDateTime(clock.zone).toInstant();
    await administrator(openResponse, {
      params: { response: stableId(`response ${response.id}`) },
      body: {
        kind: response.kind,
        name: response.name,
        starts: starts.toString(),
        areas: response.areas.map(area),
        clock: clock.start,
      },
    });
    await administrator(putFacts, {
      params: { response: stableId(`response ${response.id}`) },
      body: {
        facts: scenario.facts.facts
          .filter(({ id }) => desksOf[response.kind].some((desk) => id.startsWith(desk)))
          .map(({ words, told, set }) => ({
            source: scenario.facts.source,
            words,
            told,
            assumed: set ?? null,
          })),
      },
    });
  }
}

/** The scenario names its facts after what they are about. */
const desksOf = { drought: ['water-'], epidemic: ['epidemic-', 'campus-', 'gate-'] };
