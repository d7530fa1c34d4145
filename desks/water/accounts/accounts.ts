import { day } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { CostFigure, FigureName } from '../cost-figures.ts';
import { ChlorineAccount } from './chlorine.ts';
import { Ledger } from './ledger-sheet.ts';
import { Supply } from './supplies.ts';
import { VerifiedCost } from './verified-cost.ts';

/** A desk's water, chlorine, money and stocks over some days. */
export const Accounts = z.strictObject({
  from: day,
  to: day,
  days: z.array(day).describe('on which something was promised or recorded'),
  lossPercent: z.number(),
  ledger: Ledger,
  chlorine: ChlorineAccount,
  cost: VerifiedCost,
  supplies: z.array(Supply),
  figures: z.array(CostFigure).length(FigureName.options.length),
});
export type Accounts = z.infer<typeof Accounts>;
