import { type SearchServices, workOffSearches } from '@liangbuwu/office/plans/searches.ts';
import { check } from '@liangbuwu/siting/check/check.ts';
import type { Problem } from '@liangbuwu/siting/problem.ts';
import { type Progress, solve } from '@liangbuwu/siting/solve.ts';
import type { SitingResult } from './siting.ts';
import { findSitingTask, isToStop, setSiting, setSitingProgress } from './siting-store.ts';
import { sitingQueue } from './sitings-queue.ts';

/** Solves sitings one after the other, each in a thread of its own, checked independently before it is believed. */
export const workOffSitings = (services: SearchServices, search = solve): Promise<void> =>
  workOffSearches<Problem, Progress, SitingResult>(services, {
    queue: sitingQueue,
    what: 'siting',
    topic: 'water.siting',
    findTask: findSitingTask,
    isToStop,
    putProgress: (tx, id, { seconds, levels }) => setSitingProgress(tx, id, { seconds, levels }),
    putState: setSiting,
    search,
    check,
  });
