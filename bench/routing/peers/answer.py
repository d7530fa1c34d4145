"""What every peer's program shares: its command line, two processes, and the one line of JSON that it prints."""

import argparse
import json
import multiprocessing
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import version

from instance import NotExpressible


@dataclass
class Answer:
    """Routes are lists of trips, trips are lists of places (0 is the depot). Without a plan both are None."""

    cost: int | None
    routes: list[list[list[int]]] | None
    seconds: float
    iterations: int | None = None


def answer(package: str, solve: Callable[[str, float, int], Answer]) -> None:
    """`<file> --seconds 10 --seed 1` solves; `--version` says which release is installed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", action="store_true")
    args = parser.parse_args()
    if args.version:
        print(json.dumps({"version": version(package)}))
    elif args.file is None:
        parser.error("which file?")
    else:
        try:
            print(json.dumps(asdict(solve(args.file, args.seconds, args.seed))))
        except NotExpressible as refusal:
            print(json.dumps({"refused": str(refusal)}))


def best_of_two(solve_one: Callable[..., Answer], *tasks: tuple) -> Answer:
    """
    Solves both tasks at once, each in a process of its own. The plan that serves more counts, then the cheaper one; and
    the longer time.
    """
    with multiprocessing.Pool(len(tasks)) as pool:
        answers = pool.starmap(solve_one, tasks, chunksize=1)
    best = min(answers, key=lambda one: (-served(one), one.cost or 0))
    best.seconds = max(one.seconds for one in answers)
    return best


def served(one: Answer) -> int:
    return sum(len(trip) for route in one.routes or [] for trip in route)
