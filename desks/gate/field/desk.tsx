import type { FieldDesk } from '@liangbuwu/ui/phone/field-card.ts';
import { later } from '@liangbuwu/ui/phone/later.tsx';
import { GatePicture } from '@liangbuwu/ui/phone/pictures.tsx';
import { scannerMessages } from '@liangbuwu/ui/scanner/scanner-messages.ts';
import { furtherFeeds, gateCard, gatesFeed } from './gate/feeds.ts';
import { gateFieldMessages } from './messages/gate-field.ts';
import { routes } from './routes.ts';
import { CheckAgain } from './today/check-again.tsx';
import { CheckLine } from './today/check-line.tsx';

/** The gate desk's card on the phone. */
export const gateField: FieldDesk = {
  id: 'gate',
  messages: [gateFieldMessages, scannerMessages],
  cards: [
    {
      id: gateCard,
      name: { 'zh-CN': '卡口', en: 'Gate' },
      purpose: {
        'zh-CN': '卡口值守员：扫通行证，红黄绿三色告诉您放不放行；没有信号也能核验。',
        en: 'Guards: scan a pass and be told green, amber or red; it works without signal.',
      },
      permission: 'gate.check',
      icon: GatePicture,
      feed: { key: gatesFeed, path: routes.gates },
      more: furtherFeeds,
      // With what verifies and what reads codes it weighs as much as all the rest of the page.
      Page: later(async () => (await import('./gate-page.tsx')).GatePage),
      Line: CheckLine,
      Again: CheckAgain,
    },
  ],
};
