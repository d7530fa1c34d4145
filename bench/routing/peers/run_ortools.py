"""OR-Tools routing with guided local search, in two processes that begin from different first solutions."""

import random
import time

from answer import Answer, answer, best_of_two
from instance import Instance, read_instance
from ortools.constraint_solver import pywrapcp, routing_enums_pb2

FIRST = routing_enums_pb2.FirstSolutionStrategy
LEFT_OUT = 10**8


def solve_one(path: str, seconds: float, seed: int, first: int) -> Answer:
    instance = read_instance(path)
    began = time.perf_counter()
    places = order_of_nodes(instance, seed)
    manager = pywrapcp.RoutingIndexManager(len(places), instance.fleet(), 0)
    model = pywrapcp.RoutingModel(manager)
    matrix = [[instance.distances[a][b] for b in places] for a in places]
    travel = model.RegisterTransitMatrix(matrix)
    model.SetArcCostEvaluatorOfAllVehicles(travel)
    loads(model, manager, instance, places)
    if instance.windows is not None:
        times(model, manager, instance, places)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = first
    parameters.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    parameters.time_limit.FromMilliseconds(int(1000 * seconds))
    plan = model.SolveWithParameters(parameters)
    took = time.perf_counter() - began
    if plan is None:
        return Answer(None, None, took)
    routes = [trips_of(model, manager, plan, places, v) for v in range(instance.fleet())]
    served = sum(len(trip) for route in routes for trip in route)
    left_out = LEFT_OUT * (len(instance.demands) - 1 - served)
    return Answer(plan.ObjectiveValue() - left_out, [route for route in routes if route], took)


def order_of_nodes(instance: Instance, seed: int) -> list[int]:
    """
    The place of each node. The search has no seed of its own, so the clients' order is drawn. The reloads come last:
    the same number for each vehicle, all of them made, since between two visits to the depot there is nothing to pay.
    """
    clients = list(range(1, len(instance.demands)))
    random.Random(seed).shuffle(clients)
    each = -(-2 * instance.full_loads() // instance.fleet()) if instance.reloads else 0
    return [0, *clients, *[0] * (each * instance.fleet())]


def loads(model, manager, instance: Instance, places: list[int]) -> None:
    capacity = instance.capacity
    change = [instance.demands[place] or -capacity for place in places]
    change[0] = 0
    demand = model.RegisterUnaryTransitVector(change)
    fleet = [capacity] * instance.fleet()
    model.AddDimensionWithVehicleCapacity(demand, capacity, fleet, True, "load")
    load = model.GetDimensionOrDie("load")
    for node, place in enumerate(places):
        index = manager.NodeToIndex(node)
        if place > 0:
            load.SlackVar(index).SetValue(0)
            if instance.reloads:
                # No first solution is found unless clients may be left out of it.
                model.AddDisjunction([index], LEFT_OUT)
        elif node > 0:
            model.VehicleVar(index).SetValue(node % instance.fleet())


def times(model, manager, instance: Instance, places: list[int]) -> None:
    """Time, and for each node when its trip left: no earlier than what was loaded is released."""
    end = instance.windows[0][1]
    matrix = [[instance.services[a] + instance.distances[a][b] for b in places] for a in places]
    transit = model.RegisterTransitMatrix(matrix)
    model.AddDimension(transit, end, end, False, "time")
    clock = model.GetDimensionOrDie("time")
    for node, place in enumerate(places[1:], start=1):
        earliest, latest = instance.windows[place]
        earliest = max(earliest, instance.releases[place] + instance.distances[0][place])
        clock.CumulVar(manager.NodeToIndex(node)).SetRange(earliest, latest)
    if any(instance.releases):
        model.AddConstantDimensionWithSlack(0, end, end, False, "left")
        left = model.GetDimensionOrDie("left")
        for vehicle in range(instance.fleet()):
            start = model.Start(vehicle)
            model.solver().Add(left.CumulVar(start) + left.SlackVar(start) <= clock.CumulVar(start))
        for node, place in enumerate(places[1:], start=1):
            index = manager.NodeToIndex(node)
            if place > 0:
                left.SlackVar(index).SetValue(0)
                left.CumulVar(index).SetMin(instance.releases[place])
            else:
                model.solver().Add(
                    left.CumulVar(index) + left.SlackVar(index) <= clock.CumulVar(index)
                )


def trips_of(model, manager, plan, places: list[int], vehicle: int) -> list[list[int]]:
    trips: list[list[int]] = [[]]
    index = plan.Value(model.NextVar(model.Start(vehicle)))
    while not model.IsEnd(index):
        place = places[manager.IndexToNode(index)]
        if place > 0:
            trips[-1].append(place)
        else:
            trips.append([])
        index = plan.Value(model.NextVar(index))
    return [trip for trip in trips if trip]


def solve(path: str, seconds: float, seed: int) -> Answer:
    instance = read_instance(path)
    if instance.reloads:
        strategies = (FIRST.PATH_CHEAPEST_ARC, FIRST.GLOBAL_CHEAPEST_ARC)
    elif instance.windows:
        strategies = (FIRST.PARALLEL_CHEAPEST_INSERTION, FIRST.SAVINGS)
    else:
        strategies = (FIRST.PATH_CHEAPEST_ARC, FIRST.PATH_CHEAPEST_ARC)
    return best_of_two(
        solve_one, *((path, seconds, 2 * seed - 1 + i, s) for i, s in enumerate(strategies))
    )


if __name__ == "__main__":
    answer("ortools", solve)
