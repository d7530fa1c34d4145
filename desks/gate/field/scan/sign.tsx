import styles from '../gate-field.module.css';

export type Tone = 'green' | 'amber' | 'red';

/** A shape for each colour, so that nobody has to tell colours apart: ring with a tick, triangle, octagon with a cross. */
export function Sign({ tone, small }: { tone: Tone; small?: boolean }) {
  const size = small ? 40 : 96;
  return (
    <svg
      className={styles.sign}
      viewBox="0 0 96 96"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {tone === 'green' && (
        <>
          <circle cx="48" cy="48" r="42" />
          <path d="M28 50l14 14 28-32" />
        </>
      )}
      {tone === 'amber' && (
        <>
          <path d="M48 8l44 78H4z" />
          <path d="M48 36v22M48 72v.5" />
        </>
      )}
      {tone === 'red' && (
        <>
          <path d="M31 6h34l25 25v34L65 90H31L6 65V31z" />
          <path d="M33 33l30 30M63 33L33 63" />
        </>
      )}
    </svg>
  );
}
