import type { Database } from '../database/connection.ts';
import { say } from '../http/say.ts';
import type { LedgerFault } from './faults.ts';
import { type LedgerReport, verifyLedger } from './verify.ts';

export interface VerifyHost {
  /** The database as its migration role, whether or not the server is running. */
  connect(): Promise<{ owner: Database; dataFolder: string; close(): Promise<void> }>;
  /** Standard output: one line of JSON. */
  print(line: string): void;
  /** Standard error: what a person reads. */
  tell(line: string): void;
}

/** `ledger verify`: exit status 0 intact, 1 tampered with, 2 could not be checked. */
export async function verifyCommand(argv: readonly string[], host: VerifyHost): Promise<number> {
  if (argv.length > 0) {
    host.tell(`不认识的参数：${argv.join(' ')}。用法：npx liangbuwu ledger verify`);
    host.tell(`Unknown argument: ${argv.join(' ')}. Usage: npx liangbuwu ledger verify`);
    return 2;
  }
  try {
    const place = await host.connect();
    try {
      const report = await verifyLedger(place);
      host.print(JSON.stringify(report));
      for (const line of explain(report)) host.tell(line);
      return report.intact ? 0 : 1;
    } finally {
      await place.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    host.tell(`台账无法核对：${why}`);
    host.tell(`The ledger could not be checked: ${why}`);
    return 2;
  }
}

function explain(report: LedgerReport): string[] {
  const lines = report.tenants.flatMap(({ name, entries, confirmed, fault }) =>
    fault
      ? both(name, fault)
      : [
          `${name}：${entries} 条完好，其中 ${confirmed} 条有签名点为证。`,
          `${name}: ${entries} entries intact, ${confirmed} of them confirmed by a signed checkpoint.`,
        ],
  );
  if (report.checkpoints.fault) {
    const file = say('签名点', 'checkpoints');
    lines.push(...both(file['zh-CN'], report.checkpoints.fault, file.en));
  }
  lines.push(
    report.intact ? '台账完好。' : '台账被改动。',
    report.intact ? 'The ledger is intact.' : 'The ledger has been tampered with.',
  );
  return lines;
}

const both = (zh: string, { says }: LedgerFault, en = zh): string[] => [
  `${zh}：${says['zh-CN']}`,
  `${en}: ${says.en}`,
];
