import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { responsesQuery } from '../queries.ts';

export type Response = OutputOf<typeof listResponses>['responses'][number];

/** The response that the address names, else the first that is open, else the last one there was. */
export function chooseResponse(
  responses: readonly Response[],
  wanted: string | undefined,
): Response | undefined {
  return (
    responses.find(({ id }) => id === wanted) ??
    responses.find(({ ended }) => ended === null) ??
    responses[0]
  );
}

export function useSituation(wanted: string | undefined) {
  const { data } = useQuery(responsesQuery);
  const responses = data?.responses ?? [];
  return { responses, current: chooseResponse(responses, wanted) };
}
