import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Area, AreasFile, Divisions, listAreas } from './area.ts';
import { Facts } from './fact.ts';
import { ForParents } from './for-parents.ts';
import { Gates } from './gates.ts';
import { type Household, HouseholdsFile } from './household.ts';
import { Lessons } from './lessons.ts';
import { Outline } from './outline.ts';
import { ResponseFile, type User, UsersFile } from './people.ts';
import { type Closure, type Place, PlacesFile, type RoadClass, TravelFile } from './place.ts';
import { Pupils } from './pupils.ts';
import { Reopenings } from './reopening.ts';
import { Rulebook } from './rulebook.ts';
import { SchoolDays } from './school-days.ts';
import { Schools } from './schools.ts';
import { Water } from './water.ts';

/** The demo city as its data files tell it, checked and typed. */
export interface Scenario {
  areas: Area[];
  /** As an import of division codes takes them. */
  divisions: Divisions;
  outline: Outline;
  places: Place[];
  roadClasses: RoadClass[];
  closures: Closure[];
  water: Water;
  households: Household[];
  users: User[];
  response: z.infer<typeof ResponseFile>;
  facts: Facts;
  rulebook: Rulebook;
  gates: Gates;
  schools: Schools;
  pupils: Pupils;
  forParents: ForParents;
  reopenings: Reopenings;
  schoolDays: SchoolDays;
  lessons: Lessons;
}

/** A data file that does not read as it should. */
export class ScenarioFault extends Error {
  readonly code = 'scenario-file-unreadable';
  readonly remedy: { 'zh-CN': string; en: string };

  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'ScenarioFault';
    this.remedy = {
      'zh-CN': `按提示改正 data/${file}，或恢复随项目发布的原文件。`,
      en: `Correct data/${file} as it says, or restore the file that came with the project.`,
    };
  }
}

/** Reads `data/` beside this file, or another folder of the same files. Throws ScenarioFault. */
export function readScenario(folder: URL = new URL('./data/', import.meta.url)): Scenario {
  const read = <T>(file: string, schema: z.ZodType<T>): T => {
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    } catch (cause) {
      throw new ScenarioFault(file, cause instanceof Error ? cause.message : String(cause));
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    const [first] = parsed.error.issues;
    throw new ScenarioFault(file, `${first?.path.join('/')}: ${first?.message}`);
  };
  const divisions = read('divisions.json', Divisions);
  const areas = read('areas.json', AreasFile);
  const travel = read('travel.json', TravelFile);
  return {
    areas: listAreas(divisions, areas),
    divisions,
    outline: read('outline.geojson', Outline),
    places: read('places.json', PlacesFile).places,
    roadClasses: travel.roadClasses,
    closures: travel.closures,
    water: read('water.json', Water),
    households: read('households.json', HouseholdsFile).households,
    users: read('users.json', UsersFile).users,
    response: read('response.json', ResponseFile),
    facts: read('facts.json', Facts),
    rulebook: read('rulebook.json', Rulebook),
    gates: read('gates.json', Gates),
    schools: read('schools.json', Schools),
    pupils: read('pupils.json', Pupils),
    forParents: read('for-parents.json', ForParents),
    reopenings: read('reopening.json', Reopenings),
    schoolDays: read('school-days.json', SchoolDays),
    lessons: read('lessons.json', Lessons),
  };
}
