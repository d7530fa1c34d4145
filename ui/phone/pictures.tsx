import type { ReactNode } from 'react';

/** Few strokes each, drawn here: an icon library weighs more than the page. */
function Picture(props: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  );
}

export const ListPicture = () => (
  <Picture>
    <path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" />
  </Picture>
);

export const PersonPicture = () => (
  <Picture>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 20c1.5-4 4.5-5 8-5s6.5 1 8 5" />
  </Picture>
);

export const TankerPicture = () => (
  <Picture>
    <rect x="2" y="7" width="12" height="8" rx="3" />
    <path d="M14 9h4l4 4v4h-2M2 17h3M9 17h5" />
    <circle cx="7" cy="17.5" r="2" />
    <circle cx="18" cy="17.5" r="2" />
  </Picture>
);

export const TapPicture = () => (
  <Picture>
    <path d="M3 8h8a5 5 0 0 1 5 5v1M3 12h7a2 2 0 0 1 2 2h4M7 8V4M4.5 4h5" />
    <path d="M14 18c0 1.5 1 2.5 2 2.5s2-1 2-2.5-2-3-2-3-2 1.5-2 3z" />
  </Picture>
);

export const DoorPicture = () => (
  <Picture>
    <path d="M3 11l9-7 9 7M6 9v11h12V9" />
    <path d="M12 11c0 0-2.2 2.4-2.2 4a2.2 2.2 0 0 0 4.4 0c0-1.6-2.2-4-2.2-4z" />
  </Picture>
);

export const GatePicture = () => (
  <Picture>
    <path d="M4 21V8M4 12l16-6M8 10.5l2 2M13 8.6l2 2" />
    <path d="M2 21h5M4 4.5v.01" />
  </Picture>
);
