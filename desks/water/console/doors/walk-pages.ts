/** Doors on a page: rows of 12 mm, which a hand can tick, below what a page begins with. */
export const doorsOnPage = 14;

/** What stands on each page of a walk: one page while it lasts, none of them empty. */
export const walkPages = <Stop>(stops: readonly Stop[]): Stop[][] =>
  Array.from({ length: Math.ceil(stops.length / doorsOnPage) }, (_, page) =>
    stops.slice(page * doorsOnPage, (page + 1) * doorsOnPage),
  );
