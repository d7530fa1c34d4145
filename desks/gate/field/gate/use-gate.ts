import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { OpenBundle } from '@liangbuwu/passes/index.ts';
import { nowBy } from '@liangbuwu/ui/phone/now-by.ts';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useEffect, useMemo, useState } from 'react';
import type { Gate } from '../../gate.ts';
import type { ToldInside } from '../today/inside.ts';
import { bundleFeed, chosenGate, gatesFeed, pinKey, responsesFeed } from './feeds.ts';
import { type Opened, openGate, type Pin } from './open-gate.ts';

type FetchedGate = Gate & { now: string };
type FetchedBundle = { bundle: string; roots: string[]; now: string; inside: ToldInside['of'] };

/** The gates within reach; undefined: none was ever read. */
export function useGates(): readonly FetchedGate[] | undefined {
  const { feed } = useTools();
  return (feed(gatesFeed)?.value as { gates: FetchedGate[] } | undefined)?.gates;
}

export type GateNow = {
  gate: FetchedGate;
  zone: string;
  /** What it verifies with; undefined: nothing was fetched, or nothing that can be trusted. */
  bundle: OpenBundle | undefined;
  /** What was fetched is still being opened. */
  opening: boolean;
  /** Why what was fetched last was not taken. */
  refused: Extract<Opened, { is: 'refused' }> | undefined;
  /** Whom the server last told to be inside; undefined: nothing was fetched. */
  told: (ToldInside & { now: string }) | undefined;
  /** The response's time, ms. */
  now: () => number;
  /** Trusts the signer of what was fetched instead of the one before. */
  trustAnew: () => void;
};

/** The gate that this phone stands at; undefined: none was chosen, or it is no more. */
export function useGate(): GateNow | undefined {
  const { feed, remembered, remember, clock } = useTools();
  const chosen = chosenGate(remembered);
  const gates = feed(gatesFeed);
  const responses = feed(responsesFeed);
  const last = feed(bundleFeed(chosen ?? ''));
  const gate = useGates()?.find(({ id }) => id === chosen);
  const fetched = last?.value as FetchedBundle | undefined;
  const pin = remembered(pinKey(chosen ?? '')) as Pin | undefined;
  const opened = useOpened(gate?.id, fetched, pin);

  const taken = opened?.open?.pin;
  useEffect(() => {
    const changed = taken && JSON.stringify(taken) !== JSON.stringify(pin);
    if (gate && changed) void remember(pinKey(gate.id), taken);
  }, [gate, taken, pin, remember]);

  return useMemo(() => {
    if (!gate) return undefined;
    const of = (responses?.value as { responses: Response[] } | undefined)?.responses.find(
      ({ id }) => id === gate.response,
    );
    const told = [
      { now: gate.now, fetched: gates?.fetched ?? 0 },
      ...(of ? [{ now: of.now, fetched: responses?.fetched ?? 0 }] : []),
      ...(fetched ? [{ now: fetched.now, fetched: last?.fetched ?? 0 }] : []),
    ];
    return {
      gate,
      zone: of?.zone ?? 'Asia/Shanghai',
      bundle: opened?.open?.bundle,
      opening: fetched !== undefined && !opened,
      refused: opened?.refused,
      told: fetched && { of: fetched.inside, now: fetched.now, fetched: last?.fetched ?? 0 },
      now: () => nowBy(told, of?.clock ?? 'system', clock.now()),
      trustAnew: () => void remember(pinKey(gate.id), undefined),
    };
  }, [gate, gates, responses, fetched, last, opened, clock, remember]);
}

type Held = {
  gate: string;
  open?: Extract<Opened, { is: 'open' }> | undefined;
  refused?: Extract<Opened, { is: 'refused' }>;
};

/** Opens what was fetched, once for each bundle; the one before stays in use meanwhile, and where the new one is refused. */
function useOpened(
  gate: string | undefined,
  fetched: FetchedBundle | undefined,
  pin: Pin | undefined,
): Held | undefined {
  const [held, setHeld] = useState<Held>();
  const trusted = JSON.stringify(pin?.roots ?? null);
  const content = fetched && JSON.stringify([fetched.bundle, fetched.roots]);
  useEffect(() => {
    if (!gate || !fetched) return;
    let gone = false;
    void openGate({ ...fetched, gate }, pin).then((opened) => {
      if (gone) return;
      setHeld((before) =>
        opened.is === 'open'
          ? { gate, open: opened }
          : { gate, open: before?.gate === gate ? before.open : undefined, refused: opened },
      );
    });
    return () => {
      gone = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a pin's mark changes because of this
  }, [gate, content, trusted]);
  return held?.gate === gate && fetched ? held : undefined;
}
