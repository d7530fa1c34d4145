import jsonPatch from 'fast-json-patch';
import { FaultList, type FormatFault } from '../format/faults.ts';
import { faultsBesideTravel, parseProblem } from '../format/problem.ts';
import type { PatchOperation, Problem } from '../water-day.ts';

type Patched =
  | { problem: Problem }
  /** The patch itself cannot be applied. */
  | { stuck: string }
  /** It can, but what comes out breaks the format. */
  | { broken: FormatFault };

/** A patch applied to a copy: only what it touches is copied, for travel tables are large. */
export function patchProblem(problem: Problem, patch: PatchOperation[]): Patched {
  let document: unknown = problem;
  for (const operation of patch) {
    document = copyAlong(document, operation.path);
    if (operation.from !== undefined) document = copyAlong(document, operation.from);
    try {
      document = jsonPatch.applyOperation(
        document,
        operation as jsonPatch.Operation,
        true,
        true,
      ).newDocument;
    } catch (error) {
      return { stuck: error instanceof jsonPatch.JsonPatchError ? error.name : String(error) };
    }
  }
  const paths = patch.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
  const sameTravel = paths.every((path) => path !== '' && !/^\/(travel|places)(\/|$)/.test(path));
  const faults = sameTravel ? faultsBesideTravel(document as Problem) : formatFaults(document);
  return faults[0] ? { broken: faults[0] } : { problem: document as Problem };
}

function formatFaults(document: unknown): FormatFault[] {
  const parsed = parseProblem(document);
  return parsed.ok ? new FaultList().close() : parsed.faults;
}

function copyAlong(document: unknown, pointer: string): unknown {
  const root = copyOf(document);
  let parent = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof parent !== 'object' || parent === null) break;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!Object.hasOwn(parent, key)) break;
    const container = parent as Record<string, unknown>;
    container[key] = copyOf(container[key]);
    parent = container[key];
  }
  return root;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === 'object' && value !== null ? { ...value } : value;
}
