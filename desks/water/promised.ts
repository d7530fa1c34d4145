import type { Commitment, Need } from '@liangbuwu/office/commitments/contract.ts';

/** A need for water with the point that it is about. */
export type PointNeed = Need & { point: string };

/** A promise with the point that it is made to. */
export type Promised = Commitment & { point: string };

/** What a need for water is about: a point. */
export const subjectOf = (point: string): string => `point:${point}`;

/** The point that a need is about; undefined when it is about something else. */
export const findPointOf = ({ subject }: Pick<Need, 'subject'>): string | undefined =>
  subject.startsWith('point:') ? subject.slice('point:'.length) : undefined;

/** Who brings it: a tanker, or somebody whom nobody named. */
export const giverOf = (tanker: string | null): string => (tanker ? `tanker:${tanker}` : 'other');

export const findTankerOf = ({ giver }: Pick<Commitment, 'giver'>): string | undefined =>
  giver.startsWith('tanker:') ? giver.slice('tanker:'.length) : undefined;

export const listPromised = (needs: readonly PointNeed[]): Promised[] =>
  needs.flatMap(({ point, promises }) => promises.map((promise) => ({ ...promise, point })));
