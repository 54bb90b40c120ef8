-- CreateTable
CREATE TABLE "dwangsombedrag" (
    "vanaf" DATE NOT NULL,
    "bron" TEXT NOT NULL,
    "eerste" INTEGER NOT NULL,
    "tweede" INTEGER NOT NULL,
    "derde" INTEGER NOT NULL,

    CONSTRAINT "dwangsombedrag_pkey" PRIMARY KEY ("vanaf")
);

-- Awb 4:17 lid 2 as it began, and as it was indexed once.
INSERT INTO "dwangsombedrag" ("vanaf", "bron", "eerste", "tweede", "derde") VALUES
  ('2009-10-01', 'Stb. 2009, 383', 20, 30, 40),
  ('2019-01-01', 'Stcrt. 2018, 65542', 23, 35, 45);
