export { call } from '@liangbuwu/office/http/console/call.ts';
