-- CreateEnum
CREATE TYPE "bulkhandeling" AS ENUM ('status', 'opschorten', 'hervatten', 'verlengen');

-- CreateEnum
CREATE TYPE "bulkuitkomst" AS ENUM ('gedaan', 'geweigerd');

-- CreateTable
CREATE TABLE "bulkopdracht" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "handeling" "bulkhandeling",
    "invoer" JSONB,
    "traceparent" TEXT,
    "gestart_op" TIMESTAMPTZ(3),
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "bulkopdracht_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulkregel" (
    "opdracht_id" UUID NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "uitkomst" "bulkuitkomst",
    "redenen" TEXT[],
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "bulkregel_pkey" PRIMARY KEY ("opdracht_id","volgnummer")
);

-- CreateIndex
CREATE INDEX "bulkopdracht_behandelaar_id_gestart_op_idx" ON "bulkopdracht"("behandelaar_id", "gestart_op");

-- CreateIndex
CREATE INDEX "bulkopdracht_open_idx" ON "bulkopdracht"("gestart_op") WHERE (gestart_op IS NOT NULL AND klaar_op IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "bulkregel_opdracht_id_zaak_id_key" ON "bulkregel"("opdracht_id", "zaak_id");

-- AddForeignKey
ALTER TABLE "bulkopdracht" ADD CONSTRAINT "bulkopdracht_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulkregel" ADD CONSTRAINT "bulkregel_opdracht_id_fkey" FOREIGN KEY ("opdracht_id") REFERENCES "bulkopdracht"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "bulkopdracht" ADD CONSTRAINT "bulkopdracht_gestart_met_handeling"
  CHECK ("gestart_op" IS NULL OR num_nulls("handeling", "invoer", "traceparent") = 0);
ALTER TABLE "bulkopdracht" ADD CONSTRAINT "bulkopdracht_klaar_na_start" CHECK ("klaar_op" IS NULL OR "gestart_op" IS NOT NULL);
ALTER TABLE "bulkregel" ADD CONSTRAINT "bulkregel_uitkomst_met_tijd" CHECK (num_nulls("uitkomst", "klaar_op") IN (0, 2));
ALTER TABLE "bulkregel" ADD CONSTRAINT "bulkregel_geweigerd_met_reden"
  CHECK (("uitkomst" IS NOT DISTINCT FROM 'geweigerd') = ("redenen" IS NOT NULL AND cardinality("redenen") > 0));
