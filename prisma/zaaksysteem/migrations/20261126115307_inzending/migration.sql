-- CreateEnum
CREATE TYPE "inzendingsoort" AS ENUM ('aanvulling', 'intrekking');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "signalering_soort" ADD VALUE 'aanvulling_gemeld';
ALTER TYPE "signalering_soort" ADD VALUE 'intrekking_gevraagd';

-- AlterEnum
ALTER TYPE "status_soort" ADD VALUE 'intrekking_afgewezen';

-- CreateTable
CREATE TABLE "inzending" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "kenmerk" VARCHAR(100) NOT NULL,
    "soort" "inzendingsoort" NOT NULL,
    "aanvulling_ids" UUID[],
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,
    "afgewezen_versie" INTEGER,

    CONSTRAINT "inzending_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inzending_zaak_id_idx" ON "inzending"("zaak_id");

-- CreateIndex
CREATE UNIQUE INDEX "inzending_client_kenmerk_key" ON "inzending"("client", "kenmerk");

-- CreateIndex
CREATE UNIQUE INDEX "inzending_intrekking_open_key" ON "inzending"("zaak_id") WHERE (soort = 'intrekking' AND afgewezen_versie IS NULL);

-- AddForeignKey
ALTER TABLE "inzending" ADD CONSTRAINT "inzending_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;
