import { coloursOf, type Tone } from '../theme/tone.ts';
import type { MapLine, ShapeName } from './picture.ts';
import { outlines, strike } from './shapes.ts';

/** A place's mark as the map draws it, for legends and lists. */
export function PlaceMark(props: { shape: ShapeName; tone: Tone; struck?: boolean | undefined }) {
  const { fill, edge } = coloursOf(props.tone);
  return (
    <svg width="18" height="18" viewBox="-1 -1 22 22" aria-hidden="true">
      <path
        d={outlines[props.shape]}
        fill={fill}
        stroke={edge}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {props.struck && <path d={strike} stroke="var(--bad-edge)" strokeWidth="2.6" />}
    </svg>
  );
}

const dashes = { solid: undefined, dashed: '7 4', dotted: '1 5' } as const;

export function LineMark(props: { tone: Tone; dash?: MapLine['dash'] }) {
  return (
    <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
      <path
        d="M1 9h24"
        stroke={coloursOf(props.tone).edge}
        strokeWidth="3"
        strokeDasharray={dashes[props.dash ?? 'solid']}
        strokeLinecap={props.dash === 'dotted' ? 'round' : 'butt'}
      />
    </svg>
  );
}

export function AreaMark(props: { tone: Tone }) {
  const { soft, edge } = coloursOf(props.tone);
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <rect x="2" y="4" width="14" height="10" fill={soft} stroke={edge} />
    </svg>
  );
}
