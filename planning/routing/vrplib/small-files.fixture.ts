/** Four nodes on a 3-4-5 grid; distances 5, 8 and some with a remainder. */
export const CAPACITATED = `NAME : \tsmall-cvrp\t
COMMENT : "made by hand"
TYPE : CVRP
DIMENSION : 5
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 10
NODE_COORD_SECTION
1\t0\t0
2\t3\t4
3\t0\t8
4\t1\t1
5\t-2\t-1
DEMAND_SECTION
1\t0
2\t4
3\t5
4\t3
5\t10
DEPOT_SECTION
\t1
\t-1
EOF
`;

export const TIME_WINDOWS = `NAME : small-vrptw
TYPE : VRPTW
DIMENSION : 4
VEHICLES : 2
CAPACITY : 20
SERVICE_TIME : 10
EDGE_WEIGHT_TYPE : EUC_2D
NODE_COORD_SECTION
1 0 0
2 1 1
3 2 3
4 5 5
DEMAND_SECTION
1 0
2 7
3 8
4 9
TIME_WINDOW_SECTION
1 0 100
2 5 15
3 20.5 30
4 0 80
DEPOT_SECTION
1
-1
EOF
`;

export const MULTI_TRIP = `NAME: small-multi-trip
TYPE: MTVRPTWR
EDGE_WEIGHT_TYPE: EUC_2D
DIMENSION: 4
VEHICLES: 2
CAPACITY: 10
SERVICE_TIME: 2
NODE_COORD_SECTION
1\t0\t0
2\t1\t2
3\t3\t1
4\t2\t2
DEMAND_SECTION
1\t0
2\t6
3\t7
4\t3
TIME_WINDOW_SECTION
1\t0\t60
2\t0\t50
3\t10\t55
4\t0\t50
RELEASE_TIME_SECTION
1\t0
2\t0
3\t9
4\t3
VEHICLES_RELOAD_DEPOT_SECTION
1\t1
2\t1
DEPOT_SECTION
1
EOF
`;

/** Two depots, three vehicles: the second begins at node 3 and may not reload. */
export const TWO_DEPOTS = `NAME : two-depots
TYPE : MTVRPTWR
DIMENSION : 5
VEHICLES : 3
CAPACITY : 10
EDGE_WEIGHT_TYPE : EUC_2D
NODE_COORD_SECTION
1 0 0
2 1 0
3 9 0
4 8 0
5 4 0
DEMAND_SECTION
1 0
2 4
3 0
4 4
5 9
TIME_WINDOW_SECTION
1 0 100
2 0 100
3 5 90
4 0 100
5 0 100
RELEASE_TIME_SECTION
1 0
2 0
3 0
4 0
5 0
VEHICLES_DEPOT_SECTION
1 1
2 3
3 1
VEHICLES_RELOAD_DEPOT_SECTION
1 1 3
3 3 1
DEPOT_SECTION
1
3
-1
EOF
`;

export const CLASSIC = `C1x

VEHICLE
NUMBER     CAPACITY
   2          20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      1         1          7          5         15         10
    2      2         3          8         20.5       30         10
    3      5         5          9          0         80         10
`;
