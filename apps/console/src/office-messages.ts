import { residentMessages } from '@liangbuwu/office/register/console/residents/messages.ts';
import { rulebookMessages } from '@liangbuwu/office/rulebook/console/messages.ts';
import { tableMessages } from '@liangbuwu/office/tables/console/messages.ts';
import { sheetMessages } from '@liangbuwu/office/tables/console/sheets/messages.ts';
import type { MessageBundle } from '@liangbuwu/ui/language/messages.ts';
import { deputyMessages } from './accounts/deputies/messages.ts';
import { accountsMessages } from './accounts/messages.ts';
import { sightMessages } from './accounts/sight/messages.ts';
import { areasMessages } from './areas/messages.ts';
import { factsMessages } from './facts/messages.ts';
import { consoleMessages } from './messages.ts';
import { responsesMessages } from './responses/messages.ts';

/** The texts of the console's own pages. */
export const officeMessages: readonly MessageBundle[] = [
  consoleMessages,
  accountsMessages,
  deputyMessages,
  sightMessages,
  areasMessages,
  factsMessages,
  responsesMessages,
  rulebookMessages,
  residentMessages,
  tableMessages,
  sheetMessages,
];
