type Named = { area: string; name: string; points: readonly { name: string }[] };

/** Where a point's name begins with its village's, people there say the rest: 白壁村3组 → 3组. */
export function shortName(point: string, village: string): string {
  const rest =
    village !== '' && point.startsWith(village) ? point.slice(village.length).trim() : '';
  return rest === '' ? point : rest;
}

/**
 * What to call each village. Of several with one name, each is told by a point that none of its namesakes has; where
 * even these are alike, by a number.
 */
export function villageNames(villages: readonly Named[]): Map<string, string> {
  return new Map(
    villages.map((village) => {
      const alike = villages.filter(({ name }) => name === village.name);
      if (alike.length === 1) return [village.area, village.name];
      const taken = new Set(
        alike
          .filter((other) => other !== village)
          .flatMap(({ points }) => points.map(({ name }) => name)),
      );
      const own = village.points.find(({ name }) => !taken.has(name));
      const told = own ? shortName(own.name, village.name) : alike.indexOf(village) + 1;
      return [village.area, `${village.name}（${told}）`];
    }),
  );
}

/** A point by its village: 白壁村3组 and 白壁老屋 say it already, 塘边 becomes 红旗村塘边. */
export function fullName(point: string, village: { name: string; called: string }): string {
  const { name, called } = village;
  const stem = name.replace(/(村|社区|居委会|社区居委会)$/, '');
  if (called === name && stem.length > 1 && point.startsWith(stem)) return point;
  return `${called}${shortName(point, name)}`;
}
