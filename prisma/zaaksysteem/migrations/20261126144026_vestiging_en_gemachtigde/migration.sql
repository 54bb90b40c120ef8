-- AlterTable
ALTER TABLE "inzending" ADD COLUMN     "door_gemachtigde" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "aanvrager_vestiging" CHAR(12);

ALTER TABLE "zaak" ADD CONSTRAINT "zaak_vestiging_van_bedrijf" CHECK ("aanvrager_vestiging" IS NULL OR "aanvrager_kvk" IS NOT NULL);
