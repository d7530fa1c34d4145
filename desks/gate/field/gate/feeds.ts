import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { routes } from '../routes.ts';

export const gateCard = 'gate';
export const gatesFeed = 'gate-gates';
export const responsesFeed = 'gate-responses';
export const bundleFeed = (gate: string) => `gate-bundle.${gate}`;

export const chosenKey = 'gate.chosen';
export const directionKey = 'gate.direction';
export const wrongKey = 'gate.wrong';
export const pinKey = (gate: string) => `gate.pin.${gate}`;

/** Which gate was chosen on this phone. */
export const chosenGate = (remembered: (key: string) => unknown): string | undefined => {
  const chosen = remembered(chosenKey);
  return typeof chosen === 'string' ? chosen : undefined;
};

/** What the chosen gate needs beyond the list of gates. */
export const furtherFeeds = (remembered: (key: string) => unknown) => {
  const gate = chosenGate(remembered);
  return [
    { key: responsesFeed, path: routes.responses },
    ...(gate ? [{ key: bundleFeed(gate), path: routes.bundle(gate) }] : []),
  ];
};

/** What the phone keeps of a check beside what it sends; `who` leaves it once the server has the check. */
export type Own = {
  /** The pass's place in its issuer's lists, as the server writes it; null: none was shown. */
  number: string | null;
  kind: 'person' | 'vehicle' | 'delivery' | null;
  who?: string | undefined;
};

export const ownOf = ({ own }: Pick<KeptEntry, 'own'>): Own =>
  (own as Own | undefined) ?? { number: null, kind: null };
