/** Two streams side by side, neither dropped. */
export function ProductMark({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      style={{ display: 'block', flex: 'none' }}
    >
      <rect width="32" height="32" rx="8" fill="#ffffff" />
      <path
        d="M6 13.2c3.3-4 6.7-4 10 0s6.7 4 10 0"
        stroke="var(--accent, #0d6473)"
        strokeWidth="3.2"
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M6 20.6c3.3-4 6.7-4 10 0s6.7 4 10 0"
        stroke="#3497a5"
        strokeWidth="3.2"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
