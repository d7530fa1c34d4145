import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { getBoard } from './board.contract.ts';
import { readBoard } from './read-board.ts';

export const boardEndpoints: Endpoint[] = [
  endpoint(getBoard, ({ query }, { tx, clock }) => readBoard(tx, clock, query)),
];
