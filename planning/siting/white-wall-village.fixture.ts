import type { Group, Problem, Site } from './problem.ts';

/**
 * A village like 白壁村: more than 1,100 people short of drinking water, two stations set up as a trial, six further places that were
 * looked at. Invented throughout but for the number of people and of stations.
 */
export function whiteWallVillage(): Problem {
  const homes: [id: string, people: number, x: number, y: number][] = [
    ['上屋组', 96, 120, 980],
    ['下屋组', 88, 240, 700],
    ['塘边组', 104, 420, 860],
    ['石壁组', 132, 640, 940],
    ['老屋组', 121, 700, 620],
    ['新屋组', 98, 900, 480],
    ['竹山组', 74, 1180, 760],
    ['坳上组', 63, 1420, 900],
    ['井坡组', 109, 1060, 240],
    ['河背组', 92, 1340, 180],
    ['枫树组', 81, 1560, 420],
    ['学堂组', 68, 520, 320],
  ];
  const places: [site: Site, x: number, y: number][] = [
    [{ id: '一号站', yield: 3200, existing: true }, 330, 820],
    [{ id: '二号站', yield: 2800, existing: true }, 720, 760],
    [{ id: '井坡新井', yield: 3600, building: 38_000, running: 420 }, 1100, 300],
    [{ id: '河背泉', yield: 1500, building: 12_000, running: 160 }, 1380, 240],
    [{ id: '竹山井', yield: 2600, building: 31_000, running: 380 }, 1250, 780],
    [{ id: '学堂井', yield: 2000, building: 27_000, running: 300 }, 560, 400],
    [{ id: '枫树塘', yield: 2400, building: 22_000, running: 510 }, 1500, 460],
    [{ id: '石壁泉', yield: 900, building: 9_000, running: 120 }, 600, 1010],
  ];
  const walked = places.map(([, x, y]) =>
    homes.map(([, , hx, hy]) => Math.round(1.3 * Math.hypot(x - hx, y - hy))),
  );
  return {
    sites: places.map(([site]) => site),
    groups: homes.map(([id, people]): Group => ({ id, people, litres: 15 })),
    metres: walked,
    seconds: walked.map((row) => row.map((metres) => Math.round((2 * metres) / 1.1))),
    limits: { queue: 300 },
    most: 6,
    trucking: 68.5,
  };
}
