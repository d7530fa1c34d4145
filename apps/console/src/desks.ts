import { campusConsole } from '@liangbuwu/campus/console/desk.tsx';
import { gateConsole } from '@liangbuwu/gate/console/desk.tsx';
import type { ConsoleDesk } from '@liangbuwu/ui/shell/desk.ts';
import { waterConsole } from '@liangbuwu/water/console/desk.tsx';

/** The desks whose pages this console has, in the order of its navigation. */
export const desks: readonly ConsoleDesk[] = [waterConsole, gateConsole, campusConsole];
