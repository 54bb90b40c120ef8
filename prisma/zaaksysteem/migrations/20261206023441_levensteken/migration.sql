-- CreateTable
CREATE TABLE "levensteken" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "gemaild_op" TIMESTAMPTZ(3),

    CONSTRAINT "levensteken_pkey" PRIMARY KEY ("id")
);

-- A worker has some time to start before the desk says that none runs.
INSERT INTO "levensteken" ("op") VALUES (now());
