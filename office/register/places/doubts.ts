import { z } from 'zod';
import { Say, say } from '../../http/say.ts';

/** What looks wrong with a place and is kept all the same: who enters it decides. */
export const Doubt = z.strictObject({
  code: z.enum(['outside-china', 'lon-lat-swapped', 'too-round', 'same-spot']),
  cause: Say,
  remedy: Say,
});
export type Doubt = z.infer<typeof Doubt>;

/** The country's extent in degrees, islands included; a little generous. */
const china = { west: 73, east: 136, south: 3, north: 54 };

const isInChina = (lon: number, lat: number) =>
  lon >= china.west && lon <= china.east && lat >= china.south && lat <= china.north;

const decimals = (value: number) => String(value).split('.')[1]?.length ?? 0;

export function findDoubts(place: {
  lon: number;
  lat: number;
  provenance: 'real' | 'imported' | 'schematic';
  sameSpot: readonly string[];
}): Doubt[] {
  const doubts: Doubt[] = [];
  const { lon, lat } = place;
  if (!isInChina(lon, lat)) {
    doubts.push(
      isInChina(lat, lon)
        ? {
            code: 'lon-lat-swapped',
            cause: say('经度和纬度像是填反了。', 'Longitude and latitude look swapped.'),
            remedy: say('请核对：经度在前，纬度在后。', 'Check: longitude first, latitude second.'),
          }
        : {
            code: 'outside-china',
            cause: say('这个位置在国境之外。', 'This position lies outside of China.'),
            remedy: say('请核对经纬度。', 'Check longitude and latitude.'),
          },
    );
  }
  if (place.provenance !== 'schematic' && decimals(lon) < 3 && decimals(lat) < 3) {
    doubts.push({
      code: 'too-round',
      cause: say(
        '经纬度只精确到约一公里，却标为实测或导入。',
        'The position is exact to a kilometre only, yet marked as real or imported.',
      ),
      remedy: say(
        '请补足小数位，或把来源改为“示意”。',
        'Give more decimals, or mark it as schematic.',
      ),
    });
  }
  if (place.sameSpot.length > 0) {
    doubts.push({
      code: 'same-spot',
      cause: say(
        `同一位置已有：${place.sameSpot.join('、')}。`,
        `At the very same position there is: ${place.sameSpot.join(', ')}.`,
      ),
      remedy: say(
        '如是同一个地点，请改用已有的那个。',
        'If it is the same place, use the one that is there.',
      ),
    });
  }
  return doubts;
}
