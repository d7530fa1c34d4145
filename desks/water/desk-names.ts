/** Plans that may be published. */
export const planDesk = 'water';
/** Solved beside them, under an assumption: looked at, never published. */
export const whatIfDesk = 'water-what-if';
