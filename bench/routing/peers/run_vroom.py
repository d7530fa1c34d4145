"""VROOM at its highest exploration level with two threads. It has neither several trips a vehicle nor a seed."""

import time
from datetime import timedelta

import numpy
import vroom
from answer import Answer, answer
from instance import NotExpressible, read_instance


def solve(path: str, seconds: float, seed: int) -> Answer:
    instance = read_instance(path)
    if instance.reloads:
        raise NotExpressible("VROOM has no reloading")
    began = time.perf_counter()
    problem = vroom.Input()
    matrix = numpy.array(instance.distances, dtype="uint32")
    # With a costs matrix of its own, time costs nothing.
    problem.set_durations_matrix("car", matrix)
    problem.set_costs_matrix("car", matrix)
    windows = instance.windows
    problem.add_vehicle(
        [
            vroom.Vehicle(
                number,
                start=0,
                end=0,
                capacity=[instance.capacity],
                time_window=windows and vroom.TimeWindow(*windows[0]),
            )
            for number in range(1, instance.fleet() + 1)
        ]
    )
    problem.add_job(
        [
            vroom.Job(
                place,
                location=place,
                default_service=instance.services[place],
                delivery=[instance.demands[place]],
                time_windows=[vroom.TimeWindow(*windows[place])] if windows else (),
            )
            for place in range(1, len(instance.demands))
        ]
    )
    plan = problem.solve(
        exploration_level=5, nb_threads=2, timeout=timedelta(seconds=seconds)
    ).to_dict()
    took = time.perf_counter() - began
    routes = [
        [[step["id"] for step in route["steps"] if step["type"] == "job"]]
        for route in plan["routes"]
    ]
    return Answer(plan["summary"]["cost"], routes, took)


if __name__ == "__main__":
    answer("pyvroom", solve)
