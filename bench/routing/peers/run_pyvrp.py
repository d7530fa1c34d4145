"""PyVRP, as its own `read` and `solve` take an instance, in two processes with different seeds."""

import time

import pyvrp
import pyvrp.stop
from answer import Answer, answer, best_of_two
from instance import read_instance


def solve_one(path: str, seconds: float, seed: int) -> Answer:
    timed = read_instance(path).windows is not None
    data = pyvrp.read(path, round_func="dimacs" if timed else "round")
    began = time.perf_counter()
    result = pyvrp.solve(
        data, stop=pyvrp.stop.MaxRuntime(seconds), seed=seed, collect_stats=False, display=False
    )
    took = time.perf_counter() - began
    if not result.is_feasible():
        return Answer(None, None, took, result.num_iterations)
    routes = [trips_of(route, data) for route in result.best.routes()]
    return Answer(int(result.cost()), routes, took, result.num_iterations)


def trips_of(route: pyvrp.Route, data: pyvrp.ProblemData) -> list[list[int]]:
    trips: list[list[int]] = [[]]
    for activity in route:
        if activity.is_client():
            trips[-1].append(data.client(activity.idx).location)
        else:
            trips.append([])
    return [trip for trip in trips if trip]


def solve(path: str, seconds: float, seed: int) -> Answer:
    return best_of_two(solve_one, (path, seconds, 2 * seed - 1), (path, seconds, 2 * seed))


if __name__ == "__main__":
    answer("pyvrp", solve)
