import { verifyCommand } from '@liangbuwu/office/ledger/verify-command.ts';
import { connectOwner } from './connect-owner.ts';

/** Checks the ledger of the data folder, or of DATABASE_URL. */
export const run = (args: string[]): Promise<number> =>
  verifyCommand(args, {
    connect: connectOwner,
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
  });
