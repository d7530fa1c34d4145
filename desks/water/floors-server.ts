import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { listFloors } from './floors.contract.ts';
import * as store from './store.ts';

export const floorsEndpoints: Endpoint[] = [
  endpoint(listFloors, async (_, { tx, clock }) => {
    const [root] = await store.listRoots(tx);
    const names = await store.areaNames(tx, root ? [root] : []);
    return {
      versions: await store.listFloors(tx),
      today: clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(),
      whole: root ? { id: root, name: names.get(root) ?? '' } : null,
    };
  }),
];
