-- AlterTable
ALTER TABLE "ontvangen_gebeurtenis" ADD COLUMN     "trace_id" BYTEA;

-- What waits to be told becomes the record that stays. What was told before is gone here, and the zaaksysteem has it.
ALTER TABLE "uitgaand_bewijs" RENAME TO "bewijs";
ALTER SEQUENCE "uitgaand_bewijs_id_seq" RENAME TO "bewijs_id_seq";
ALTER TABLE "bewijs" RENAME CONSTRAINT "uitgaand_bewijs_pkey" TO "bewijs_pkey";
DROP INDEX "uitgaand_bewijs_bron_gebeurtenis_id_soort_key";
DROP INDEX "uitgaand_bewijs_bron_volgende_poging_idx";
DROP INDEX "uitgaand_bewijs_tijdstip_idx";

-- AlterTable
ALTER TABLE "bewijs"
ADD COLUMN     "zaak_id" UUID,
ADD COLUMN     "burger_id" UUID,
ADD COLUMN     "gemeld_op" TIMESTAMPTZ(3),
ALTER COLUMN "volgende_poging" DROP NOT NULL;

UPDATE "bewijs" SET "zaak_id" = "zaak"."id", "burger_id" = "zaak"."burger_id"
FROM "status" JOIN "zaak" ON "zaak"."id" = "status"."zaak_id"
WHERE "status"."gebeurtenis_id" = "bewijs"."gebeurtenis_id";

-- Of a zaak that was removed: the zaaksysteem does not know its changes any more either.
DELETE FROM "bewijs" WHERE "zaak_id" IS NULL;

ALTER TABLE "bewijs"
ALTER COLUMN "zaak_id" SET NOT NULL,
ALTER COLUMN "burger_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "bewijs_zaak_id_idx" ON "bewijs"("zaak_id");

-- CreateIndex
CREATE INDEX "bewijs_burger_id_idx" ON "bewijs"("burger_id");

-- CreateIndex
CREATE UNIQUE INDEX "bewijs_gebeurtenis_id_bron_soort_key" ON "bewijs"("gebeurtenis_id", "bron", "soort");

-- CreateIndex
CREATE INDEX "bewijs_te_melden_idx" ON "bewijs"("bron", "volgende_poging") WHERE (volgende_poging IS NOT NULL);

-- CreateIndex
CREATE INDEX "bewijs_ongemeld_idx" ON "bewijs"("tijdstip") WHERE (volgende_poging IS NOT NULL);

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;
