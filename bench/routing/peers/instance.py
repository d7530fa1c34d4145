"""Reads the VRPLIB files that bench/routing compares on: CVRP, VRPTW and MTVRPTWR, with one depot, place 0."""

from dataclasses import dataclass
from math import floor, sqrt


class NotExpressible(Exception):
    """The solver, or its program here, has no words for this instance."""


@dataclass
class Instance:
    """Whole numbers in the set's own unit: tenths, cut off, where there are time windows; else rounded."""

    distances: list[list[int]]
    demands: list[int]
    capacity: int
    vehicles: int | None
    services: list[int]
    windows: list[tuple[int, int]] | None
    releases: list[int]
    reloads: bool

    def fleet(self) -> int:
        """The file's own number of vehicles; without one, more than an unlimited fleet would use."""
        if self.vehicles is not None:
            return self.vehicles
        return min(len(self.demands) - 1, self.full_loads() * 11 // 10 + 3)

    def full_loads(self) -> int:
        return -(-sum(self.demands) // self.capacity)


def read_instance(path: str) -> Instance:
    fields, sections = _parse(path)
    kind = fields.get("TYPE")
    if kind not in ("CVRP", "VRPTW", "MTVRPTWR") or fields.get("EDGE_WEIGHT_TYPE") != "EUC_2D":
        raise NotExpressible(f"TYPE CVRP, VRPTW or MTVRPTWR with EDGE_WEIGHT_TYPE EUC_2D is compared")
    if [row[0] for row in sections["DEPOT_SECTION"] if row[0] != -1] != [1]:
        raise NotExpressible(f"one depot, number 1, is compared")
    scale = 1 if kind == "CVRP" else 10
    places = [(x, y) for _, x, y in sections["NODE_COORD_SECTION"]]
    service = int(fields.get("SERVICE_TIME", 0)) * scale
    windows = sections.get("TIME_WINDOW_SECTION")
    reloads = sections.get("VEHICLES_RELOAD_DEPOT_SECTION", [])
    vehicles = fields.get("VEHICLES")
    if reloads and [row[1:] for row in reloads] != [[1]] * int(vehicles or 0):
        raise NotExpressible(f"reloads of every vehicle, at the one depot, are compared")
    return Instance(
        distances=[[_distance(a, b, kind) for b in places] for a in places],
        demands=[int(row[1]) for row in sections["DEMAND_SECTION"]],
        capacity=int(fields["CAPACITY"]),
        vehicles=None if vehicles is None else int(vehicles),
        services=[0] + [service] * (len(places) - 1),
        windows=windows and [(int(a) * scale, int(b) * scale) for _, a, b in windows],
        releases=[int(row[1]) * scale for row in sections.get("RELEASE_TIME_SECTION", [])]
        or [0] * len(places),
        reloads=bool(reloads),
    )


def _distance(a: tuple[float, float], b: tuple[float, float], kind: str) -> int:
    length = sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
    return floor(length + 0.5) if kind == "CVRP" else floor(10 * length)


def _parse(path: str) -> tuple[dict[str, str], dict[str, list[list[float]]]]:
    fields: dict[str, str] = {}
    sections: dict[str, list[list[float]]] = {}
    section = None
    with open(path, encoding="utf-8") as file:
        for line in map(str.strip, file):
            if not line or line == "EOF":
                continue
            if line.endswith("_SECTION"):
                section = sections.setdefault(line, [])
            elif section is None or ":" in line:
                key, _, value = line.partition(":")
                fields[key.strip()] = value.strip()
            else:
                section.append([float(word) for word in line.split()])
    return fields, sections
