import type { Fault, RefusalKind } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';

export const areaIntoItself: RefusalKind = {
  code: 'area-into-itself',
  status: 422,
  cause: () =>
    say(
      '辖区不能放到自己或自己的下级里。',
      'An area cannot lie in itself, or in an area below it.',
    ),
  remedy: () => say('请选择别的上级辖区。', 'Choose another area above it.'),
};

export const areaCodeTaken: RefusalKind<{ code: string; name: string }> = {
  code: 'area-code-taken',
  status: 409,
  cause: ({ code, name }) =>
    say(`代码 ${code} 已由“${name}”使用。`, `The code ${code} belongs to ${name} already.`),
  remedy: () =>
    say('请核对代码；自行增设的辖区可以不填代码。', 'Check it; an area of your own needs no code.'),
};

export const areaInUse: RefusalKind<{ name: string }> = {
  code: 'area-in-use',
  status: 409,
  cause: ({ name }) =>
    say(
      `“${name}”还有下级辖区，或已有登记（地点、住户、账号等）。`,
      `${name} has areas below it, or records that lie in it (places, households, accounts and others).`,
    ),
  remedy: () => say('请先把它们移到别的辖区。', 'Move those to another area first.'),
};

export const areaIsOfficial: RefusalKind<{ name: string }> = {
  code: 'area-is-official',
  status: 409,
  cause: ({ name }) =>
    say(
      `“${name}”来自行政区划文件，不能删除。`,
      `${name} comes from the file of divisions and cannot be removed.`,
    ),
  remedy: () =>
    say('只能删除自行增设的辖区。', 'Only areas that were added by hand can be removed.'),
};

export const divisionsInconsistent: RefusalKind = {
  code: 'divisions-inconsistent',
  status: 422,
  cause: () => say('行政区划文件前后矛盾。', 'The file of divisions contradicts itself.'),
  remedy: () => say('请按下列各处的说明更正后再导入。', 'Correct it as said at each place below.'),
};

interface Divisions {
  county: Readonly<Record<string, string>>;
  towns: readonly {
    code: string;
    name: string;
    county: string;
    villages: readonly { code: string; name: string }[];
  }[];
}

export interface Division {
  code: string;
  name: string;
  level: 'county' | 'town' | 'village';
  /** The code of the division that it lies in; null where it lies in the area that the file is imported into. */
  within: string | null;
}

/** The divisions of a file, each after the one that it lies in. */
export function listDivisions(file: Divisions): Division[] {
  const counties = Object.entries(file.county).map(
    ([code, name]): Division => ({ code, name, level: 'county', within: null }),
  );
  const towns = file.towns.map(
    ({ code, name }): Division => ({ code, name, level: 'town', within: code.slice(0, 6) }),
  );
  const villages = file.towns.flatMap((town) =>
    town.villages.map(
      ({ code, name }): Division => ({ code, name, level: 'village', within: town.code }),
    ),
  );
  return [...counties, ...towns, ...villages];
}

/** Where a file contradicts itself: every code within the one above it, and no code twice. */
export function findContradictions(file: Divisions): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set(Object.keys(file.county));
  const twice = (code: string, path: string) => {
    if (seen.has(code)) faults.push(codeTwice(code, path));
    seen.add(code);
  };
  for (const [t, town] of file.towns.entries()) {
    const path = `/body/divisions/towns/${t}`;
    const county = file.county[town.code.slice(0, 6)];
    if (county !== town.county) faults.push(otherCounty(town, county, `${path}/county`));
    twice(town.code, `${path}/code`);
    for (const [v, village] of town.villages.entries()) {
      const at = `${path}/villages/${v}/code`;
      if (!village.code.startsWith(town.code)) faults.push(otherTown(village.code, town.code, at));
      twice(village.code, at);
    }
  }
  return faults;
}

const codeTwice = (code: string, path: string): Fault => ({
  path,
  code: 'code-twice',
  cause: say(`代码 ${code} 出现两次。`, `The code ${code} is there twice.`),
  remedy: say('请删去其中一条。', 'Leave one of the two out.'),
});

const otherCounty = (
  town: { code: string; county: string },
  county: string | undefined,
  path: string,
): Fault => ({
  path,
  code: 'other-county',
  cause: say(
    `代码 ${town.code} 的前六位对应“${county ?? '无'}”，而这里写的是“${town.county}”。`,
    `The first six digits of ${town.code} are those of ${county ?? 'no county'}, but it says ${town.county}.`,
  ),
  remedy: say(
    '请在 county 里补上该区县，或更正代码、名称。',
    'Add that county under `county`, or correct the code or the name.',
  ),
});

const otherTown = (village: string, town: string, path: string): Fault => ({
  path,
  code: 'other-town',
  cause: say(
    `代码 ${village} 不在 ${town} 之内。`,
    `The code ${village} does not begin with ${town}.`,
  ),
  remedy: say('请更正代码，或移到所属的乡镇下。', 'Correct it, or move it below its own town.'),
});
