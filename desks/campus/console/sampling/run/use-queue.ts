import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { openQueue } from '../../../sampling/run/run.contract.ts';
import { isCalled, planOf } from '../../../sampling/run/run.ts';
import type { SeenRun } from './run-page.tsx';
import { queueQuery } from './run-queries.ts';

export type Person = OutputOf<typeof openQueue>['people'][number];

/** Who is to be sampled, by name: who was called and has not come, and everybody who is left. */
export function useQueue({ session, run, listed, calls, sampled }: SeenRun) {
  const total = listed.reduce((sum, people) => sum + people, 0);
  const { data, error } = useQuery(queueQuery(session.id, total));
  const of = useMemo(() => {
    const plan = planOf(run);
    const wasCalled = isCalled(plan, calls);
    const done = new Set(sampled);
    const left = (data?.people ?? []).filter(({ id }) => !done.has(id));
    const numbers = new Set(calls.map(({ number }) => number));
    const next = plan.calls.findIndex((_, number) => !numbers.has(number));
    return {
      plan,
      left,
      missing: left.filter(wasCalled),
      called: (data?.people ?? []).filter(wasCalled).length,
      next: next === -1 ? null : next,
    };
  }, [run, calls, sampled, data]);
  return { ...of, error, people: data?.people ?? [] };
}

export type Queue = ReturnType<typeof useQueue>;
