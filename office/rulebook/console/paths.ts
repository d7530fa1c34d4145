export const rulesPath = '/rules';
export const setPath = `${rulesPath}/sets`;
export const tryPath = `${rulesPath}/try`;
export const factsCataloguePath = `${rulesPath}/facts`;
