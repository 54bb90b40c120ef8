-- CreateEnum
CREATE TYPE "opschorting" AS ENUM ('opschorting', 'aanvulling');

-- AlterEnum
ALTER TYPE "status_soort" ADD VALUE 'opschorting';
ALTER TYPE "status_soort" ADD VALUE 'hervatting';
ALTER TYPE "status_soort" ADD VALUE 'verlenging';
ALTER TYPE "status_soort" ADD VALUE 'correctie';
ALTER TYPE "status_soort" ADD VALUE 'aanvullingsverzoek';
ALTER TYPE "status_soort" ADD VALUE 'aanvulling_ontvangen';
ALTER TYPE "status_soort" ADD VALUE 'aanvulling_verlopen';

-- AlterTable
ALTER TABLE "status" ADD COLUMN     "bekendmakingsdatum" DATE,
ADD COLUMN     "besluitdatum" DATE,
ADD COLUMN     "einddatum" DATE,
ADD COLUMN     "einddatum_gepland" DATE,
ADD COLUMN     "hervat_op" DATE,
ADD COLUMN     "opgeschort_op" DATE,
ADD COLUMN     "opgeschort_tot" DATE,
ADD COLUMN     "opschorting" "opschorting",
ADD COLUMN     "reden" TEXT,
ADD COLUMN     "uiterlijke_einddatum" DATE,
ADD COLUMN     "verlengd" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "bekendmakingsdatum" DATE,
ADD COLUMN     "besluitdatum" DATE,
ADD COLUMN     "hervat_op" DATE,
ADD COLUMN     "opgeschort_op" DATE,
ADD COLUMN     "opgeschort_tot" DATE,
ADD COLUMN     "opschorting" "opschorting",
ADD COLUMN     "verlengd" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "aanvulling" (
    "id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "naam" VARCHAR(80) NOT NULL,
    "toelichting" VARCHAR(500),
    "formulier" TEXT,
    "ontvangen_op" TIMESTAMPTZ(3),

    CONSTRAINT "aanvulling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "aanvulling_zaak_id_versie_volgnummer_key" ON "aanvulling"("zaak_id", "versie", "volgnummer");

-- CreateIndex
CREATE INDEX "zaak_aanvulling_open_idx" ON "zaak"("opgeschort_tot") WHERE (opschorting = 'aanvulling');

-- AddForeignKey
ALTER TABLE "aanvulling" ADD CONSTRAINT "aanvulling_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "bezorging_te_herstellen_idx";

-- CreateIndex
CREATE INDEX "bezorging_te_herstellen_idx" ON "bezorging"("abonnement_id", "sequence") WHERE (status <> 'bezorgd' AND (status <> 'wachtend' OR herhaling));

-- Until now the terms of a zaak never moved, and a decision counted as made and made known when the zaak was closed.
UPDATE "status"
SET "einddatum_gepland" = zaak."einddatum_gepland",
    "uiterlijke_einddatum" = zaak."uiterlijke_einddatum",
    "einddatum" = CASE WHEN status."resultaat" IS NOT NULL
                       THEN (status."datum_status_gezet" AT TIME ZONE 'Europe/Amsterdam')::date END,
    "besluitdatum" = CASE WHEN status."resultaat" <> 'ingetrokken'
                          THEN (status."datum_status_gezet" AT TIME ZONE 'Europe/Amsterdam')::date END,
    "bekendmakingsdatum" = CASE WHEN status."resultaat" <> 'ingetrokken'
                                THEN (status."datum_status_gezet" AT TIME ZONE 'Europe/Amsterdam')::date END
FROM "zaak" WHERE zaak."id" = status."zaak_id";

UPDATE "zaak" SET "besluitdatum" = "einddatum", "bekendmakingsdatum" = "einddatum"
WHERE "einddatum" IS NOT NULL AND "resultaat" <> 'ingetrokken';

-- AlterTable
ALTER TABLE "status" ALTER COLUMN "einddatum_gepland" SET NOT NULL,
ALTER COLUMN "uiterlijke_einddatum" SET NOT NULL;
