import { readFileSync } from 'node:fs';
import type { FormatFault } from '@liangbuwu/trucking/format/faults.ts';
import { parsePlanText } from '@liangbuwu/trucking/format/plan.ts';
import { parseProblemText } from '@liangbuwu/trucking/format/problem.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { faultLine, oneLine, Refusal, refuse } from './refusal.ts';

export function readProblem(path: string): Problem {
  const parsed = parseProblemText(readText(path));
  if (parsed.ok) return parsed.problem;
  throw broken(path, parsed.faults);
}

export function readPlan(path: string): Plan {
  const parsed = parsePlanText(readText(path));
  if (parsed.ok) return parsed.plan;
  throw broken(path, parsed.faults);
}

/** Reads all before it refuses any: the lines of all files come at once. */
export function readAll<T extends unknown[]>(...reads: { [K in keyof T]: () => T[K] }): T {
  const lines: string[] = [];
  const values = reads.map((read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      lines.push(...error.lines);
      return undefined;
    }
  });
  if (lines.length > 0) throw new Refusal(lines);
  return values as T;
}

function broken(path: string, faults: FormatFault[]): Refusal {
  return new Refusal(faults.map((fault) => faultLine(path, fault)));
}

export function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

function unreadable(path: string, { code, message }: NodeJS.ErrnoException): Refusal {
  switch (code) {
    case 'ENOENT':
      return refuse(`${path}：没有这个文件`, `${path}: there is no such file`, 'no-such-file');
    case 'EISDIR':
      return refuse(
        `${path} 是文件夹；应为文件`,
        `${path} is a folder; it should be a file`,
        'not-a-file',
      );
    case 'EACCES':
    case 'EPERM':
      return refuse(
        `${path}：没有读取权限`,
        `${path} may not be read; give this user the right to read it`,
        'not-readable',
      );
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return refuse(
        `${path} 不是 UTF-8 文本；请另存为 UTF-8`,
        `${path} is not UTF-8 text; save it as UTF-8`,
        'not-utf-8',
      );
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_STRING_TOO_LONG':
      return refuse(`${path} 太大`, `${path} is too large to be read`, 'too-large');
    default:
      return new Refusal([oneLine(`${path}: ${message} [not-readable]`)]);
  }
}
