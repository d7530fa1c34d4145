import type { Said } from '@liangbuwu/ui/language/messages.ts';
import { useState } from 'react';
import { changedIn, merge } from './merge.ts';
import type { AnyRow, Names, TableRoutes } from './queries.ts';
import { fieldsOf } from './use-save-cell.ts';

type Values = Record<string, unknown>;

/** What the form holds beside what is kept. */
export interface Draft {
  values: Values;
  faults: Readonly<Record<string, Said>>;
  /** Names of what was chosen here. */
  names: Names;
  dirty: boolean;
  /** The version that saving replaces; undefined for a new row. */
  version: number | undefined;
  /** Fields that somebody else changed since, taken in. */
  theirs: readonly string[];
  /** Fields that both changed, with theirs. */
  both: readonly { field: string; theirs: unknown }[];
  change: (
    field: string,
    change: { value: unknown; fault?: Said | undefined; name?: string | undefined },
  ) => void;
  refuse: (faults: Readonly<Record<string, Said>>) => void;
  choose: (field: string, value: unknown) => void;
  saved: (row: AnyRow) => void;
}

/** A row being edited. When somebody else saves it meanwhile, theirs comes in field by field, and nothing of mine goes. */
export function useDraft(routes: TableRoutes, kept: AnyRow | undefined, fresh: Values): Draft {
  const fields = Object.keys(fieldsOf(routes, {}));
  const [base, setBase] = useState<Values>(() => fieldsOf(routes, kept ?? fresh));
  const [version, setVersion] = useState(kept?.version);
  const [values, setValues] = useState<Values>(base);
  const [faults, setFaults] = useState<Readonly<Record<string, Said>>>({});
  const [names, setNames] = useState<Names>({});
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const [both, setBoth] = useState<Draft['both']>([]);

  const takeIn = (row: AnyRow) => {
    const now = fieldsOf(routes, row);
    const merged = merge(fields, { base, mine: values, theirs: now });
    setBase(now);
    setVersion(row.version);
    setValues(merged.values);
    setTheirs([...new Set([...theirs, ...merged.theirs])]);
    setBoth([
      ...both.filter(({ field }) => !merged.both.includes(field)),
      ...merged.both.map((field) => ({ field, theirs: now[field] })),
    ]);
  };
  if (kept && version !== undefined && kept.version > version) takeIn(kept);

  const setFault = (field: string, fault: Said | undefined) => {
    const { [field]: _, ...others } = faults;
    setFaults(fault ? { ...others, [field]: fault } : others);
  };
  return {
    values,
    faults,
    names,
    dirty: changedIn(fields, base, values).length > 0,
    version,
    theirs,
    both,
    change: (field, { value, fault, name }) => {
      setValues({ ...values, [field]: value });
      setFault(field, fault);
      if (name !== undefined) setNames({ ...names, [String(value)]: name });
    },
    refuse: setFaults,
    choose: (field, value) => {
      setValues({ ...values, [field]: value });
      setBoth(both.filter((one) => one.field !== field));
    },
    saved: (row) => {
      const now = fieldsOf(routes, row);
      setBase(now);
      setValues(now);
      setVersion(row.version);
      setTheirs([]);
      setBoth([]);
      setFaults({});
    },
  };
}
