"""Most people for one number of new stations, as a peer solves it: the plain program, every pair in reach, nothing reduced.

reads from stdin {"stations", "seconds", "sites": [{"yield"}], "groups": [{"people", "litres"}], "pairs": [[site, group]]},
writes {"people", "bound", "wall", "processor", "version"}
"""

import json
import resource
import sys
import time


def litres(value):
    return round(1000 * value)


def scipy_milp(task):
    import numpy
    import scipy
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_matrix

    sites, groups, pairs = task["sites"], task["groups"], task["pairs"]
    n = len(sites)
    columns = n + len(pairs)
    rows, cols, values, upper = [], [], [], []

    def row(entries, limit):
        for column, value in entries:
            rows.append(len(upper))
            cols.append(column)
            values.append(value)
        upper.append(limit)

    by_group, by_site = {}, {}
    for e, (i, j) in enumerate(pairs):
        by_group.setdefault(j, []).append((n + e, 1))
        by_site.setdefault(i, []).append((n + e, groups[j]["litres"]))
        most = min(groups[j]["people"], litres(sites[i]["yield"]) // litres(groups[j]["litres"]))
        row([(n + e, 1), (i, -most)], 0)
    for j, entries in by_group.items():
        row(entries, groups[j]["people"])
    for i, entries in by_site.items():
        row(entries + [(i, -sites[i]["yield"])], 0)
    row([(i, 1) for i in range(n)], task["stations"])
    alike = len({group["litres"] for group in groups}) == 1
    result = milp(
        numpy.concatenate([numpy.zeros(n), -numpy.ones(len(pairs))]),
        integrality=numpy.concatenate([numpy.ones(n), numpy.full(len(pairs), 0 if alike else 1)]),
        bounds=Bounds(0, numpy.array([1] * n + [groups[j]["people"] for _, j in pairs])),
        constraints=LinearConstraint(
            coo_matrix((values, (rows, cols)), shape=(len(upper), columns)).tocsr(), -numpy.inf, upper
        ),
        options={"time_limit": task["seconds"], "mip_rel_gap": 0},
    )
    people = 0 if result.x is None else -result.fun
    return people, -result.mip_dual_bound, f"SciPy {scipy.__version__}"


def cp_sat(task):
    import ortools
    from ortools.sat.python import cp_model

    sites, groups, pairs = task["sites"], task["groups"], task["pairs"]
    model = cp_model.CpModel()
    is_open = [model.new_bool_var("") for _ in sites]
    by_group, by_site, everybody = {}, {}, []
    for i, j in pairs:
        most = min(groups[j]["people"], litres(sites[i]["yield"]) // litres(groups[j]["litres"]))
        here = model.new_int_var(0, most, "")
        model.add(here <= most * is_open[i])
        by_group.setdefault(j, []).append(here)
        by_site.setdefault(i, []).append(litres(groups[j]["litres"]) * here)
        everybody.append(here)
    for j, here in by_group.items():
        model.add(sum(here) <= groups[j]["people"])
    for i, drawn in by_site.items():
        model.add(sum(drawn) <= litres(sites[i]["yield"]) * is_open[i])
    model.add(sum(is_open) <= task["stations"])
    model.maximize(sum(everybody))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = task["seconds"]
    solver.parameters.num_workers = 2
    solver.solve(model)
    return solver.objective_value, solver.best_objective_bound, f"CP-SAT {ortools.__version__}"


task = json.load(sys.stdin)
began = time.monotonic()
people, bound, version = {"scipy": scipy_milp, "cp-sat": cp_sat}[sys.argv[1]](task)
used = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "people": round(people),
            "bound": int(bound + 0.01),
            "wall": time.monotonic() - began,
            "processor": used.ru_utime + used.ru_stime,
            "version": version,
        }
    )
)
