import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { examples } from './contract.examples.ts';
import { Floors } from './water.ts';

export const listFloors = contract({
  id: 'water.floors',
  method: 'GET',
  path: '/api/water/floors',
  summary: say(
    '供水标准的各版，最新生效的在前',
    'Every version of the floors; on a day the first holds whose `validFrom` is not after it',
  ),
  permission: 'water.read',
  output: z.strictObject({
    versions: z.array(Floors),
    today: day.describe("the server's day, for who has no response with a day of its own"),
    whole: z
      .strictObject({ id, name: z.string() })
      .nullable()
      .describe('where one must hold water.write to add a version: they hold in the whole tenant'),
  }),
  example: {
    output: {
      versions: [examples.getDay.output.floors],
      today: '2022-11-10',
      whole: { id: '6f2f6f0e-6e55-4c54-9a4f-3d0b4a0f4302', name: '株洲市' },
    },
  },
});
