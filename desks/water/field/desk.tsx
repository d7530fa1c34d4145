import type { FieldDesk } from '@liangbuwu/ui/phone/field-card.ts';
import { DoorPicture, TankerPicture, TapPicture } from '@liangbuwu/ui/phone/pictures.tsx';
import { DriverAgain } from './driver/driver-again.tsx';
import { DriverPage } from './driver/driver-page.tsx';
import { driverCard, driverFeed } from './driver/use-driver-day.ts';
import { KeeperAgain } from './keeper/keeper-again.tsx';
import { KeeperLine } from './keeper/keeper-line.tsx';
import { KeeperPage } from './keeper/keeper-page.tsx';
import { keeperCard, keeperFeed } from './keeper/use-keeper-days.ts';
import { driverMessages } from './messages/driver.ts';
import { keeperMessages } from './messages/keeper.ts';
import { recordingMessages } from './messages/recording.ts';
import { volunteerMessages } from './messages/volunteer.ts';
import { EntryLine } from './record/entry-line.tsx';
import { routes } from './routes.ts';
import { volunteerCard, volunteerFeed } from './volunteer/use-walks.ts';
import { VisitLine } from './volunteer/visit-line.tsx';
import { VolunteerAgain } from './volunteer/volunteer-again.tsx';
import { VolunteerPage } from './volunteer/volunteer-page.tsx';

/** The water desk's cards on the phone. */
export const waterField: FieldDesk = {
  id: 'water',
  messages: [recordingMessages, driverMessages, keeperMessages, volunteerMessages],
  cards: [
    {
      id: driverCard,
      name: { 'zh-CN': '送水', en: 'Driving' },
      purpose: {
        'zh-CN': '司机：今天去哪几站、送多少水；取好、到了、放完各点一下。',
        en: 'Drivers: today’s stops and litres; filled, arrived, emptied with a tap each.',
      },
      permission: 'water.drive',
      icon: TankerPicture,
      feed: { key: driverFeed, path: routes.driverDays },
      Page: DriverPage,
      Line: EntryLine,
      Again: DriverAgain,
    },
    {
      id: keeperCard,
      name: { 'zh-CN': '收水', en: 'Points' },
      purpose: {
        'zh-CN': '村干部、水管员：今天来什么水、收到多少；水池水位、井干了也在这里报。',
        en: 'Village cadres and keepers: what water comes today, what was received, tank levels and dry wells.',
      },
      permission: 'water.confirm',
      icon: TapPicture,
      feed: { key: keeperFeed, path: routes.keeperDays },
      Page: KeeperPage,
      Line: KeeperLine,
      Again: KeeperAgain,
    },
    {
      id: volunteerCard,
      name: { 'zh-CN': '上门', en: 'Doors' },
      purpose: {
        'zh-CN': '志愿者：今天把水送到哪几户；送到了、没人在家、不放心各点一下。',
        en: 'Volunteers: whose doors to carry water to today; done, not at home, worried with a tap each.',
      },
      permission: 'water.visit',
      icon: DoorPicture,
      feed: { key: volunteerFeed, path: routes.volunteerDays, personal: true },
      Page: VolunteerPage,
      Line: VisitLine,
      Again: VolunteerAgain,
    },
  ],
};
