import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { readZone } from '../../zone/zone.contract.ts';
import { useStep } from '../use-step.ts';

export const zoneQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: ['campus', 'zone', school, response],
    queryFn: ({ signal }) =>
      call(readZone, { params: { school }, query: { response } }, { signal }),
  });

export const useZoneStep = <In, Out>(
  send: (step: string, what: In) => Promise<Out>,
  onDone?: (out: Out) => void,
) => useStep(['campus', 'zone'], send, onDone);
