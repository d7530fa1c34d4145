import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { leadTo, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { getGate } from '../gates/gate-store.ts';
import { ownDecided } from '../own/own-rules.ts';
import { openOwn, sealOwn } from '../own/own-seal.ts';
import { getOwn, settleOwn } from '../own/own-store.ts';
import type { GateServices } from '../server.ts';
import { atOwn, secretParams } from './enter.ts';
import { ownPage } from './own-page.ts';

/** The page of who applied. */
export const ownPages = ({ keys }: GateServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/gate/own/:secret',
    params: secretParams,
    async show({ params }, deed) {
      const { tx, clock, language } = deed;
      const { secret, id } = await atOwn(deed, params.secret, 'own');
      const row = await getOwn(tx, id);
      const gate = await getGate(tx, row.gate);
      const response = await getResponse(tx, row.response, clock);
      return ownPage({ tx, keys, language }, { secret, row, gate, response });
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/gate/own/:secret/withdraw',
    params: secretParams,
    form: z.strictObject({ sure: z.literal('yes') }),
    async show({ params }, deed) {
      const { tx, clock, language, record, announce } = deed;
      const { secret, id } = await atOwn(deed, params.secret, 'own');
      const row = await getOwn(tx, id, true);
      const response = await getOpenResponse(tx, row.response, clock);
      const there = leadTo(`/p/gate/own/${secret}`, language);
      if (row.state === 'withdrawn') return there;
      if (row.state !== 'waiting') throw refuse(ownDecided, undefined);
      const paper = openOwn(keys, row, row.sealed);
      const sealed = sealOwn(keys, row, { ...paper, said: null });
      await settleOwn(tx, id, { state: 'withdrawn', at: response.now, by: null, sealed });
      record({
        action: 'gate.own-withdrawn',
        subject: `own-application:${id}`,
        area: row.area,
        response: row.response,
        at: clockOf(response).now(),
      });
      announce({ topic: 'gate.own', area: row.area, id });
      return there;
    },
  }),
];
