export { call } from '../../http/console/call.ts';
