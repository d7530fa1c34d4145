import { parentPort, workerData } from 'node:worker_threads';
import { hardshipBound } from '@liangbuwu/trucking/bound/bound.ts';
import type { BoundTask } from './find-bound.ts';

const { problem, ...again } = workerData as BoundTask;
parentPort?.postMessage(hardshipBound(problem, again));
