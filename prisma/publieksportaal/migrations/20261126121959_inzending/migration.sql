-- CreateEnum
CREATE TYPE "inzendingsoort" AS ENUM ('aanvulling', 'intrekking');

-- AlterEnum
ALTER TYPE "status_soort" ADD VALUE 'intrekking_afgewezen';

-- CreateTable
CREATE TABLE "inzending" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "soort" "inzendingsoort" NOT NULL,
    "versie" INTEGER NOT NULL,
    "nummer" TEXT NOT NULL,
    "aanvullingen" JSONB NOT NULL DEFAULT '[]',
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "uitkomst" TEXT,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3),
    "foutcode" TEXT,
    "http_status" INTEGER,

    CONSTRAINT "inzending_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inzending_nummer_key" ON "inzending"("nummer");

-- CreateIndex
CREATE INDEX "inzending_zaak_id_idx" ON "inzending"("zaak_id");

-- CreateIndex
CREATE INDEX "inzending_burger_id_idx" ON "inzending"("burger_id");

-- CreateIndex
CREATE INDEX "inzending_te_sturen_idx" ON "inzending"("volgende_poging") WHERE (volgende_poging IS NOT NULL);

-- AddForeignKey
ALTER TABLE "inzending" ADD CONSTRAINT "inzending_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inzending" ADD CONSTRAINT "inzending_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is asked gets an id that the citizen's answer names: the zaken that wait for one are fetched again.
INSERT INTO "ophaalopdracht" ("zaak_id", "volgende_poging") SELECT "id", now() FROM "zaak" WHERE "opschorting" = 'aanvulling'
ON CONFLICT DO NOTHING;
