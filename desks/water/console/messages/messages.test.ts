import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { accountsMessages } from './accounts.ts';
import { betterMessages } from './better.ts';
import { boardMessages } from './board.ts';
import { byHandMessages } from './by-hand.ts';
import { doorMessages } from './doors.ts';
import { eveningMessages } from './evening.ts';
import { exitMessages } from './exit.ts';
import { floorsMessages } from './floors.ts';
import { fortnightMessages } from './fortnight.ts';
import { kindMessages } from './kinds.ts';
import { noticeTexts } from './notice-texts.ts';
import { noticesMessages } from './notices.ts';
import { paperMessages } from './paper.ts';
import { planMessages } from './plan.ts';
import { posterMessages } from './poster.ts';
import { requestMessages } from './requests.ts';
import { runwayMessages } from './runway.ts';
import { sharedMessages } from './shared.ts';
import { sinceMessages } from './since.ts';
import { stationMessages } from './stations.ts';
import { timetableMessages } from './timetable.ts';
import { todayMessages } from './today.ts';
import { versionMessages } from './versions.ts';
import { whatIfMessages } from './what-if.ts';

test.each([
  sharedMessages,
  boardMessages,
  accountsMessages,
  eveningMessages,
  kindMessages,
  todayMessages,
  sinceMessages,
  runwayMessages,
  exitMessages,
  planMessages,
  versionMessages,
  whatIfMessages,
  betterMessages,
  byHandMessages,
  timetableMessages,
  noticesMessages,
  noticeTexts,
  paperMessages,
  fortnightMessages,
  floorsMessages,
  requestMessages,
  doorMessages,
  posterMessages,
  stationMessages,
])('the texts of $namespace are whole in both languages', (bundle) => {
  expect(messageFaults(bundle)).toEqual([]);
});
